using CohortBot.Texts;

namespace CohortBot.Advisors.Cards;

/// <summary>What a member said about themselves, sentence by sentence, each with the topic that it answered.</summary>
internal sealed class Evidence
{
    private Evidence(IReadOnlyList<Statement> statements) => Statements = statements;

    /// <summary>The statements, oldest first. Questions, claims about ratings and orders to the advisor are none.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>Reads a conversation.</summary>
    /// <param name="talk">The conversation.</param>
    /// <param name="isScripted">Whether the offline advisor leads it.</param>
    public static Evidence Of(LabConversation talk, bool isScripted)
    {
        var topics = TopicTrail.Of(talk, isScripted).Answered;
        return new Evidence([.. talk.MemberWords.Zip(topics).SelectMany(said => In(said.First, said.Second?.Id))]);
    }

    /// <summary>The statements of the named topics and those of no topic; all of them if the member answered none of those topics.</summary>
    public IReadOnlyList<Statement> From(IReadOnlyList<string> topics)
    {
        var from = OnlyFrom(topics);
        return from.Count > 0 ? from : Statements;
    }

    /// <summary>The statements of the named topics and those of no topic; all of them if no topic is named.</summary>
    public IReadOnlyList<Statement> OnlyFrom(IReadOnlyList<string> topics) =>
        topics.Count == 0 ? Statements : [.. Statements.Where(statement => statement.Topic is null || topics.Contains(statement.Topic))];

    /// <summary>The sentences of a message that say something about the member.</summary>
    public static IEnumerable<Statement> In(string message, string? topic = null) =>
        Sentences.Of(message).Select(Claims.EvidenceIn).OfType<string>()
            .Where(text => Stems.Of(text).Any()).Select(text => new Statement(text, topic));
}

/// <summary>A sentence of the member's, letter by letter.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Topic">The topic that it answered, or null.</param>
internal sealed record Statement(string Text, string? Topic)
{
    /// <summary>How much there is to quote in it: its telling words, figures twice, and less the longer it is beyond a card's line.</summary>
    public double Weight { get; } = Weigh(Text);

    private static double Weigh(string text)
    {
        var stems = Stems.Of(text).Distinct(StringComparer.Ordinal).ToList();
        var weight = stems.Count + stems.Count(stem => char.IsDigit(stem[0])) + text.Length / 100.0;
        return text.Length > 220 ? weight * 0.7 : weight;
    }
}
