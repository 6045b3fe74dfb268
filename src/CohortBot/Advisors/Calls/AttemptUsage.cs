using Microsoft.Extensions.AI;

namespace CohortBot.Advisors.Calls;

/// <summary>What one try has brought so far: letters, tokens, and how it ended.</summary>
internal sealed class AttemptUsage
{
    private readonly UsageDetails _counted = new();
    private string _model = "";
    private int _letters;
    private bool _hasCalls;
    private bool _isAnswered;

    /// <summary>Why the model stopped, as it said itself.</summary>
    public ChatFinishReason? Finish { get; private set; }

    /// <summary>The model, or the provider's filter, would not answer.</summary>
    public ModelException? Refusal { get; private set; }

    /// <summary>Whether there are words or look-ups.</summary>
    public bool HasAnswer => _letters > 0 || _hasCalls;

    /// <summary>What is wrong with an answer that came to its end, or null.</summary>
    public ModelException? FaultAtEnd => (HasAnswer, Finish == ChatFinishReason.Length) switch
    {
        (true, _) => null,
        (_, true) => new ModelException(ModelFault.UsedUp),
        _ => new ModelException(ModelFault.Empty),
    };

    /// <summary>Notes an update.</summary>
    public void Add(ChatResponseUpdate update)
    {
        _isAnswered = true;
        _model = update.ModelId ?? _model;
        _letters += update.Text.Trim().Length;
        _hasCalls |= update.Contents.Any(content => content is FunctionCallContent);
        Finish = update.FinishReason ?? Finish;
        foreach (var usage in update.Contents.OfType<UsageContent>())
            _counted.Add(usage.Details);
        if (Finish == ChatFinishReason.ContentFilter || update.Contents.OfType<ErrorContent>().Any(IsRefusal))
            Refusal = new ModelException(ModelFault.Refused);
        else if (update.Contents.OfType<ErrorContent>().Any())
            Refusal = new ModelException(ModelFault.ServerFault);
    }

    /// <summary>What it took; estimated where the model did not count. A try that never got an answer took nothing.</summary>
    /// <param name="asked">Letters of what was asked.</param>
    public ModelUsage Sum(int asked)
    {
        if (!_isAnswered)
            return ModelUsage.Nothing;
        return new ModelUsage(
            _model.Length > 0 ? _model : "unknown", _counted.InputTokenCount ?? Tokens.Estimate(asked), _counted.OutputTokenCount ?? Tokens.Estimate(_letters))
        {
            IsEstimated = _counted.InputTokenCount is null || _counted.OutputTokenCount is null,
        };
    }

    private static bool IsRefusal(ErrorContent error) => string.Equals(error.ErrorCode, "Refusal", StringComparison.OrdinalIgnoreCase);
}
