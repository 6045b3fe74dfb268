namespace CohortBot.Advisors.Calls;

/// <summary>Remembers how the last requests went, for the health page, and logs what was asked again.</summary>
internal sealed partial class ModelJournal(EndpointTraits traits, TimeProvider time, ILogger<ModelJournal> logger)
{
    private volatile ModelNews _news = new(null, null, null);

    /// <summary>What the server was seen not to take.</summary>
    public EndpointTraits Traits => traits;

    /// <summary>How the last requests went.</summary>
    public ModelNews News => _news;

    /// <summary>A request was answered.</summary>
    public void Succeeded(ModelRequest asked, ModelRequest answered)
    {
        traits.Learn(asked, answered);
        _news = _news with { LastSuccessAt = time.GetUtcNow() };
    }

    /// <summary>A request failed. A refusal is an answer, as far as the service's health goes.</summary>
    public void Failed(ModelException fault)
    {
        LogDetail(fault.Fault, fault.Detail);
        var now = time.GetUtcNow();
        _news = fault.Fault == ModelFault.Refused ? _news with { LastSuccessAt = now } : _news with { LastFailureAt = now, LastFault = fault };
    }

    /// <summary>A request that failed is sent again.</summary>
    public void TriesAgain(ModelException fault, TimeSpan wait) => LogAgain(fault.Message, wait.TotalSeconds);

    [LoggerMessage(3302, LogLevel.Information, "The model is asked again in {Seconds:0.0} s. {Fault}")]
    private partial void LogAgain(string fault, double seconds);

    [LoggerMessage(3303, LogLevel.Trace, "The provider wrote about {Fault}: {Detail}")]
    private partial void LogDetail(ModelFault fault, string? detail);
}

/// <summary>How the last requests went.</summary>
/// <param name="LastSuccessAt">When the last answer came, or null.</param>
/// <param name="LastFailureAt">When the last failure was, or null.</param>
/// <param name="LastFault">What it was.</param>
internal sealed record ModelNews(DateTimeOffset? LastSuccessAt, DateTimeOffset? LastFailureAt, ModelException? LastFault)
{
    /// <summary>Whether the last request that was asked failed.</summary>
    public bool IsFailing => LastFailureAt is { } failed && !(LastSuccessAt >= failed);
}
