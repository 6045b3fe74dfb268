namespace CohortBot.Tests.Advisors.Providers;

/// <summary>A provider's wire format: what a stream of it looks like, event by event.</summary>
internal interface IWire
{
    /// <summary>The events of a whole answer.</summary>
    IEnumerable<string> Answer(WireAnswer answer);

    /// <summary>The body of an answer that is an error.</summary>
    string Error(string type, string message);
}

/// <summary>What a model answers.</summary>
internal sealed record WireAnswer
{
    /// <summary>The words, in the pieces in which they come.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The look-ups that it asks for.</summary>
    public IReadOnlyList<WireCall> Calls { get; init; } = [];

    /// <summary>Why it stops.</summary>
    public WireEnd End { get; init; } = WireEnd.Whole;

    public long InputTokens { get; init; } = 120;

    public long OutputTokens { get; init; } = 30;
}

/// <summary>A look-up that a model asks for; the arguments are JSON, or what it took for it.</summary>
internal sealed record WireCall(string Id, string Name, string Arguments);

/// <summary>Why a model stops.</summary>
internal enum WireEnd
{
    Whole,
    TooLong,
    Refused,
}
