using CohortBot.Advisors.Passages;
using CohortBot.Texts;

namespace CohortBot.Advisors.Offline;

/// <summary>
/// Composes an answer without a model: it takes up the member's words, quotes a passage where one fits, and asks the lab's next question.
/// The same conversation gets the same answer.
/// </summary>
internal sealed class OfflineAnswers(TextCatalogue texts, PassageSearch search)
{
    /// <summary>The answer to what the member says now.</summary>
    public string Compose(LabConversation talk)
    {
        var frames = new Frames(texts, talk);
        var message = new MemberMessage(talk.Says);
        var plan = new QuestionPlan(talk, message);
        List<string> parts = [];
        if (talk.Past.Count == 0 && string.IsNullOrEmpty(talk.Summary))
            parts.Add(frames.Say("advisors.no_model"));
        parts.AddRange(TakeUp(talk, message, plan, frames));
        parts.Add(Ask(plan, frames));
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private IEnumerable<string> TakeUp(LabConversation talk, MemberMessage message, QuestionPlan plan, Frames frames)
    {
        var lookup = new Lookup(search, talk, frames);
        if (message.AsksWhoAnswers && talk.Past.Count > 0)
            yield return frames.Say("advisors.who_answers");
        if (message.AsksWhatIsMeant && plan.Current is { } meant)
            yield return frames.Say("advisors.what_is_meant", ("about", meant.About));
        if (message.Steers)
            yield return frames.Vary("steered");
        if (message.Statements.Count > 0 || message.IsDenial)
            yield return Reflect(talk, message, frames);
        if (message.Question.Length > 0 && !message.AsksWhoAnswers && !message.AsksWhatIsMeant)
            yield return AnswerQuestion(message.Question, lookup, frames);
        else if (message.IsAnswer && !message.IsDenial)
            yield return Offer(talk, plan, lookup, frames);
    }

    private static string Reflect(LabConversation talk, MemberMessage message, Frames frames)
    {
        var fragments = new Fragments(talk.Lab).Of(message.Statements, [.. talk.Past.Select(past => past.Answered)]);
        return fragments.Count switch
        {
            0 => message.IsAnswer ? frames.Vary("heard") : "",
            1 or 2 => frames.Vary("reflect", ("words", fragments[0])),
            _ => frames.Vary("reflect_both", ("words", fragments[0]), ("more", fragments[1])),
        };
    }

    private static string AnswerQuestion(string question, Lookup lookup, Frames frames) =>
        lookup.OnQuestion(question) is { } quote ? $"{frames.Vary("found")}\n\n{lookup.Show(quote)}" : frames.Vary("found_nothing");

    private static string Offer(LabConversation talk, QuestionPlan plan, Lookup lookup, Frames frames)
    {
        var statement = string.Join(' ', new MemberMessage(talk.Says).Statements);
        if (lookup.OnStatement(statement, plan.Current?.LooksUp ?? []) is { } shared)
            return $"{frames.Vary("offer")}\n\n{lookup.Show(shared)}";
        if (Hints.Of(talk, plan.Trail) is not { } subject)
            return "";
        var hint = frames.Vary("hint", ("subject", subject));
        return lookup.OnSubject(subject, statement) is { } quote ? $"{hint} {frames.Vary("hint_quote")}\n\n{lookup.Show(quote)}" : hint;
    }

    private static string Ask(QuestionPlan plan, Frames frames) => plan.Step switch
    {
        QuestionStep.FollowUp => frames.Vary("follow_up"),
        QuestionStep.AskAgain => $"{frames.Vary("back")} **{TopicTrail.CoreOf(plan.Question!.Ask)}**",
        QuestionStep.AskNext => plan.Question!.Ask.Trim(),
        _ => frames.Vary("done"),
    };
}
