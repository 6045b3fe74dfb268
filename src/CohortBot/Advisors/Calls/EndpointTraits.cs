namespace CohortBot.Advisors.Calls;

/// <summary>
/// What the server was seen not to take. Not every server that speaks a protocol speaks all of it: one that answers 400 is asked once more
/// with less, and where that helps, it is not asked for the rest again until the program starts anew.
/// </summary>
internal sealed partial class EndpointTraits(ILogger<EndpointTraits> logger)
{
    private volatile bool _takesNoSchema;
    private volatile bool _takesNoTools;

    /// <summary>The request without what the server is known not to take.</summary>
    public ModelRequest Fit(ModelRequest request)
    {
        if (_takesNoSchema && request.HasSchema)
            request = request.WithoutSchema();
        return _takesNoTools && request.HasLooseTools ? request.WithoutTools() : request;
    }

    /// <summary>A plainer request in place of one that was not taken, or null when nothing can be left out.</summary>
    public static ModelRequest? Plainer(ModelRequest request, ModelException fault)
    {
        if (fault.Fault != ModelFault.NotTaken)
            return null;
        return request.HasSchema ? request.WithoutSchema() : request.HasLooseTools ? request.WithoutTools() : null;
    }

    /// <summary>A request was answered that was first asked for with more: what was left out is not tried again.</summary>
    public void Learn(ModelRequest asked, ModelRequest answered)
    {
        if (asked.HasSchema && !answered.HasSchema && !_takesNoSchema)
        {
            _takesNoSchema = true;
            LogWithout("schemas for answers");
        }

        if (asked.HasLooseTools && !answered.HasLooseTools && !_takesNoTools)
        {
            _takesNoTools = true;
            LogWithout("look-ups");
        }
    }

    [LoggerMessage(3301, LogLevel.Warning, "The model's server does not take {What}; it goes on without them.")]
    private partial void LogWithout(string what);
}
