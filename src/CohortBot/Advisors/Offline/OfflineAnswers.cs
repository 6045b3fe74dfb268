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
        if (message.AsksWhoAnswers && talk.Past.Count > 0)
            yield return frames.Say("advisors.who_answers");
        if (message.AsksWhatIsMeant && plan.Current is { } meant)
            yield return frames.Say("advisors.what_is_meant", ("about", meant.About));
        if (message.Steers)
            yield return frames.Vary("steered");
        if (plan.Step != QuestionStep.FollowUp && message.Statements.Count > 0)
            yield return Reflect(talk, message, frames);
        if (message.Question.Length > 0 && !message.AsksWhoAnswers && !message.AsksWhatIsMeant)
            yield return AnswerQuestion(talk, message, frames);
        else if (message.IsAnswer)
            yield return Offer(talk, plan, frames);
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

    private string AnswerQuestion(LabConversation talk, MemberMessage message, Frames frames)
    {
        var query = new PassageQuery(talk.Course.Id, talk.Lesson.Number, message.Question, []);
        var quote = Lookup.Find(search, query, frames, Lookup.FitAsked);
        return quote is null ? frames.Vary("found_nothing") : $"{frames.Vary("found")}\n\n{Lookup.Show(quote, frames)}";
    }

    private string Offer(LabConversation talk, QuestionPlan plan, Frames frames)
    {
        var query = new PassageQuery(talk.Course.Id, talk.Lesson.Number, string.Join(' ', new MemberMessage(talk.Says).Statements), plan.Current?.LooksUp ?? []);
        var quote = Lookup.Find(search, query, frames, Lookup.FitUnasked);
        return quote is null ? "" : $"{frames.Vary("offer")}\n\n{Lookup.Show(quote, frames)}";
    }

    private static string Ask(QuestionPlan plan, Frames frames) => plan.Step switch
    {
        QuestionStep.FollowUp => frames.Vary("follow_up"),
        QuestionStep.AskAgain => $"{frames.Vary("back")} **{TopicTrail.CoreOf(plan.Question!.Ask)}**",
        QuestionStep.AskNext => plan.Question!.Ask.Trim(),
        _ => frames.Vary("done"),
    };
}
