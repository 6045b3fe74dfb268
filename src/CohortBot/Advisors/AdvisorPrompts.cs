using System.Globalization;
using System.Text;
using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Cards;
using CohortBot.Advisors.Passages;
using CohortBot.Advisors.Safety;
using CohortBot.Budgets;
using CohortBot.Courses;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace CohortBot.Advisors;

/// <summary>Writes what a model is sent: the rendered prompt of the author, then what was said as chat messages.</summary>
internal sealed class AdvisorPrompts(ICourseLibrary library, PassageSearch passages, IOptions<AdvisorOptions> options)
{
    private const string None = "none";

    /// <summary>For the next answer in a lab.</summary>
    /// <exception cref="PromptException">The lab's prompt cannot be rendered.</exception>
    public ModelRequest ForAnswer(LabConversation talk)
    {
        var prompt = talk.Lab.Prompt;
        var chatOptions = OptionsOf(prompt);
        chatOptions.SetConversation(talk);
        chatOptions.SetBill(talk.Account, CallPurpose.Answer);
        return new([new ChatMessage(ChatRole.System, PromptRenderer.Render(prompt, ValuesOf(talk))), .. MessagesOf(talk)], chatOptions);
    }

    /// <summary>For the summary of older turns.</summary>
    /// <exception cref="PromptException">The shared prompt is missing or cannot be rendered.</exception>
    public ModelRequest ForSummary(LabConversation talk) =>
        ForShared(talk, CallPurpose.Summary, new() { ["conversation"] = Transcript(talk) });

    /// <summary>For the card.</summary>
    /// <exception cref="PromptException">The shared prompt is missing or cannot be rendered.</exception>
    public ModelRequest ForCard(LabConversation talk) =>
        ForShared(talk, CallPurpose.Card, new()
        {
            ["lab_title"] = talk.Lab.Title,
            ["goal"] = talk.Lab.Goal,
            ["card_schema"] = CardSchema.Of(talk.Lab.Card).ToJsonString(CardSchema.Indented),
            ["conversation"] = Transcript(talk),
        });

    private ModelRequest ForShared(LabConversation talk, CallPurpose purpose, Dictionary<string, string> values)
    {
        var name = purpose == CallPurpose.Card ? "card" : "summary";
        var prompt = library.Shelf.SharedPrompts.GetValueOrDefault(name) ?? throw new PromptException(name, "it is missing from prompts/shared.");
        var chatOptions = OptionsOf(prompt);
        chatOptions.SetBill(talk.Account, purpose);
        return new([new ChatMessage(ChatRole.User, PromptRenderer.Render(prompt, values))], chatOptions);
    }

    private ChatOptions OptionsOf(Prompt prompt) => new()
    {
        Temperature = options.Value.SendTemperature ? (float?)(options.Value.Temperature ?? prompt.Temperature) : null,
        MaxOutputTokens = (prompt.MaxTokens ?? options.Value.MaxTokens) + options.Value.ThinkingTokens,
    };

    private static IEnumerable<ChatMessage> MessagesOf(LabConversation talk)
    {
        foreach (var past in talk.Past)
        {
            yield return new ChatMessage(ChatRole.User, QuotedAttack.Hold(past.Said));
            yield return new ChatMessage(ChatRole.Assistant, past.Answered);
        }

        yield return new ChatMessage(ChatRole.User, QuotedAttack.Hold(talk.Says));
    }

    private Dictionary<string, string> ValuesOf(LabConversation talk) => ValuesOf(talk, TopicTrail.Of(talk, isScripted: false));

    private Dictionary<string, string> ValuesOf(LabConversation talk, TopicTrail trail) => new(StringComparer.Ordinal)
    {
        ["lab_title"] = talk.Lab.Title,
        ["goal"] = talk.Lab.Goal,
        ["course_title"] = talk.Course.Title,
        ["lesson_title"] = talk.Lesson.Title,
        ["covers"] = Covers(talk, trail),
        ["passages"] = Passages(talk, trail),
        ["earlier_cards"] = OrNone(string.Join('\n', talk.EarlierCards.Select(CardLine))),
        ["card_fields"] = string.Join('\n', talk.Lab.Card.Fields.Select(field => $"- {field.Label}{(field.Only is { } only ? $" (only if {only.Choice} is {only.Option})" : "")}")),
        ["exchange"] = talk.Exchange.ToString(CultureInfo.InvariantCulture),
        ["minimum_exchanges"] = talk.Lab.MinimumExchanges.ToString(CultureInfo.InvariantCulture),
        ["summary"] = OrNone(QuotedAttack.HoldInTranscript(talk.Summary ?? "")),
        ["language"] = talk.Locale.Culture.Parent.EnglishName,
    };

    private static string Covers(LabConversation talk, TopicTrail trail) =>
        string.Join('\n', talk.Lab.Covers.Select(topic => $"- {(trail.TimesAsked(topic) > 0 ? "(talked of) " : "")}{topic.About}"));

    private string Passages(LabConversation talk, TopicTrail trail)
    {
        var words = string.Join('\n', talk.MemberWords.TakeLast(3));
        var topicWords = talk.Lab.Covers.FirstOrDefault(topic => trail.TimesAsked(topic) == 0)?.LooksUp ?? [];
        var found = passages.Find(new PassageQuery(talk.Course.Id, talk.Lesson.Number, words, topicWords)).Take(options.Value.Passages);
        return OrNone(string.Join("\n\n", found.Select(one => PassageText.Of(one.Passage))));
    }

    private static string CardLine(Card card) =>
        $"- {card.Title}: {string.Join("; ", card.Entries.Select(entry => $"{entry.Label}: {QuotedAttack.HoldInLine(entry.Value)}{(entry.IsGuess ? " (a guess)" : "")}"))}";

    private static string Transcript(LabConversation talk)
    {
        var text = new StringBuilder();
        if (talk.Summary is { Length: > 0 } summary)
            text.Append("summary of what came before: ").AppendLine(QuotedAttack.HoldInTranscript(summary));
        foreach (var past in talk.Past)
            text.Append("member: ").AppendLine(QuotedAttack.HoldInTranscript(past.Said)).Append("advisor: ").AppendLine(past.Answered);
        if (talk.Says.Length > 0)
            text.Append("member: ").AppendLine(QuotedAttack.HoldInTranscript(talk.Says));
        return text.ToString();
    }

    private static string OrNone(string text) => text.Length > 0 ? text : None;
}
