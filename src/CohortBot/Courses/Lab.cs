using CohortBot.Chat.Documents;

namespace CohortBot.Courses;

/// <summary>An advisor lab as its author wrote it.</summary>
public sealed record Lab
{
    /// <summary>The name of its folder in <c>prompts/</c>.</summary>
    public required LabId Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What the member leaves with, in one sentence.</summary>
    public required string Goal { get; init; }

    /// <summary>Exchanges that complete it; at least 1, by default 3.</summary>
    public required int MinimumExchanges { get; init; }

    /// <summary>About how long it takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>What counts as an exchange here, in the member's words; null where the author left it to the program.</summary>
    public string? Counts { get; init; }

    /// <summary>The advisor's first message; it ends with the first question.</summary>
    public required Document Opening { get; init; }

    /// <summary>What is said when the lab is complete.</summary>
    public required Document Closing { get; init; }

    /// <summary>What a good conversation covers, in its order.</summary>
    public required IReadOnlyList<Topic> Covers { get; init; }

    /// <summary>What the member keeps.</summary>
    public required CardShape Card { get; init; }

    /// <summary>The advisor's system prompt.</summary>
    public required Prompt Prompt { get; init; }
}

/// <summary>Something that a good conversation covers, with the offline advisor's questions for it.</summary>
/// <param name="Id">Its id, which fields of the card name.</param>
/// <param name="About">What is to be learned.</param>
/// <param name="Questions">The questions; one whose words the member used comes before the one for everybody.</param>
/// <param name="LooksUp">Words that the search for passages adds when this was answered.</param>
public sealed record Topic(string Id, string About, IReadOnlyList<TopicQuestion> Questions, IReadOnlyList<string> LooksUp);

/// <summary>A question, and the word stems that make it fit; none means everybody.</summary>
public sealed record TopicQuestion(string Ask, IReadOnlyList<string> When)
{
    /// <summary>The choice that it belongs to, or null for everybody.</summary>
    public OnlyWhere? Only { get; init; }
}

/// <summary>What a lab holds for those alone for whom a choice of the card came out in one way.</summary>
/// <param name="Choice">The choice field.</param>
/// <param name="Option">Its option.</param>
public sealed record OnlyWhere(string Choice, string Option);

/// <summary>The shape of a card.</summary>
public sealed record CardShape(string Title, IReadOnlyList<CardField> Fields);

/// <summary>A field of a card.</summary>
public sealed record CardField
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What a person reads.</summary>
    public required string Label { get; init; }

    /// <summary>What it holds.</summary>
    public required CardFieldKind Kind { get; init; }

    /// <summary>The choice for whose option it stands on the card, or null for every card.</summary>
    public OnlyWhere? Only { get; init; }

    /// <summary>The topics whose answers it judges; none means everything that the member said.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>A choice: how many options are chosen at most.</summary>
    public int Pick { get; init; } = 1;

    /// <summary>A choice: up to how many <see cref="Otherwise"/> fills in; null means as many as <see cref="Pick"/>.</summary>
    public int? AtLeast { get; init; }

    /// <summary>A choice: the options.</summary>
    public IReadOnlyList<CardOption> Options { get; init; } = [];

    /// <summary>A score: the levels.</summary>
    public IReadOnlyList<CardLevel> Levels { get; init; } = [];

    /// <summary>A choice's option, or a score's number, that stands when nothing that the member said decides.</summary>
    public string? Otherwise { get; init; }

    /// <summary>An advice or missing: the choice that decides. A choice: the one above it outside of which nothing is chosen.</summary>
    public string? By { get; init; }

    /// <summary>An advice: further choices that decide with it; a key of <see cref="Says"/> may then join options: <c>research + nothing</c>.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>A sum or lowest: the scores. A missing: the choice of what is there.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>A missing: what each option of the choice in <see cref="By"/> needs, as options of the one in <see cref="Of"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Needs { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>An advice or lowest: what is said for each option or score field. In an advice, <c>{field}</c> stands for a quote of the card.</summary>
    public IReadOnlyDictionary<string, string> Says { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The options that a key of <see cref="Says"/> asks for.</summary>
    public static IReadOnlyList<string> OptionsIn(string key) => key.Split('+', StringSplitOptions.TrimEntries);

    /// <summary>What is said where these options are chosen: the lines whose options are all among them, in the author's order.</summary>
    public IEnumerable<string> SaysFor(IReadOnlyCollection<string> chosen) =>
        Says.Where(line => OptionsIn(line.Key).All(chosen.Contains)).Select(line => line.Value);
}

/// <summary>What a field holds.</summary>
public enum CardFieldKind
{
    /// <summary>One or more of the author's options.</summary>
    Choice,

    /// <summary>The member's own words.</summary>
    Quote,

    /// <summary>What follows from a choice, for each option that was chosen.</summary>
    Advice,

    /// <summary>A number from the author's levels.</summary>
    Score,

    /// <summary>Scores added up, by code.</summary>
    Sum,

    /// <summary>The lowest of several scores, found by code.</summary>
    Lowest,

    /// <summary>What each chosen option needs and another choice does not have, found by code.</summary>
    Missing,
}

/// <summary>An option of a choice: its name, the word stems that speak for it, and why it follows.</summary>
public sealed record CardOption(string Id, string Says, IReadOnlyList<string> Cues, string Because)
{
    /// <summary>What members call the option itself: it then comes before those that only cues speak for, in the order in which they were named.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>A level of a score.</summary>
public sealed record CardLevel(int Score, IReadOnlyList<string> Cues, string Says);
