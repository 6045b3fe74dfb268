using CohortBot.Budgets;
using Microsoft.Extensions.AI;

namespace CohortBot.Advisors;

/// <summary>Reads off what one request to a model takes: as the provider says, else letters / 4.</summary>
internal sealed class CallMeter(Bill bill, IEnumerable<ChatMessage> messages, string? model)
{
    private readonly int _read = messages.Sum(message => Tokens.Estimate(message.Text));
    private readonly UsageDetails _usage = new();
    private string? _model = model;
    private int _letters;
    private bool _isAnswered;
    private bool _looksUp;
    private bool _isWhole;

    /// <summary>A piece of the answer has come.</summary>
    public void Note(ChatResponseUpdate update)
    {
        _isAnswered = true;
        _model = update.ModelId ?? _model;
        _letters += update.Text.Length;
        _looksUp |= update.Contents.OfType<FunctionCallContent>().Any();
        foreach (var used in update.Contents.OfType<UsageContent>())
            _usage.Add(used.Details);
    }

    /// <summary>The answer has come whole.</summary>
    public void Complete() => _isWhole = true;

    /// <summary>
    /// What goes into the ledger; null when nothing was taken: the other side failed before it said anything. When we hung up, the model has read
    /// what it was sent all the same.
    /// </summary>
    /// <param name="weHungUp">Whether the request ended because it was cancelled.</param>
    public BilledCall? Read(bool weHungUp)
    {
        if (!_isAnswered && !weHungUp)
            return null;
        // A stream that broke off has at most told what it had read; what it wrote is then what has arrived.
        var output = Math.Max(_usage.OutputTokenCount ?? 0, _isWhole && _usage.OutputTokenCount is not null ? 0 : Tokens.Estimate(_letters));
        return new BilledCall
        {
            Account = bill.Account,
            Purpose = bill.Purpose == CallPurpose.Answer && _looksUp ? CallPurpose.Lookup : bill.Purpose,
            Outcome = _isWhole ? CallOutcome.Done : weHungUp ? CallOutcome.Cut : CallOutcome.Failed,
            Model = _model ?? "unknown",
            Tokens = new TokenCount(_usage.InputTokenCount ?? _read, _usage.CachedInputTokenCount ?? 0, output),
            IsEstimate = !_isWhole || _usage.InputTokenCount is null || _usage.OutputTokenCount is null,
        };
    }
}
