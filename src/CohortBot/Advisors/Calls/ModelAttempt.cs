using Microsoft.Extensions.AI;

namespace CohortBot.Advisors.Calls;

/// <summary>One try to get an answer to one request. It ends whole, with a <see cref="Fault"/>, or cancelled.</summary>
internal sealed class ModelAttempt : IAsyncDisposable
{
    private readonly ModelSilence _silence;
    private readonly CancellationToken _answerOver;
    private readonly CancellationTokenSource _any;
    private readonly CancellationToken _cancelled;
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates;
    private readonly int _letters;
    private readonly AttemptUsage _usage = new();
    private readonly ModelCall _measured = new();

    /// <summary>Asks; nothing is sent before the first <see cref="MoveNextAsync"/>.</summary>
    public ModelAttempt(IChatClient client, ModelRequest request, ModelPatience patience, CancellationToken cancellationToken)
    {
        (_answerOver, _silence, _cancelled, _letters) = (patience.Over, patience.NewSilence(), cancellationToken, request.Letters);
        _any = CancellationTokenSource.CreateLinkedTokenSource(_silence.Over, _answerOver, cancellationToken);
        _updates = client.GetStreamingResponseAsync(request.Messages, request.Options, _any.Token).GetAsyncEnumerator(_any.Token);
    }

    /// <summary>What came last.</summary>
    public ChatResponseUpdate Current => _updates.Current;

    /// <summary>Why the answer is not whole, or null.</summary>
    public ModelException? Fault { get; private set; }

    /// <summary>Whether words came that somebody may have been shown.</summary>
    public bool HasWords => _silence.HasWords;

    /// <summary>Whether the answer stops where the limit of its length is.</summary>
    public bool IsCut => _usage.Finish == ChatFinishReason.Length;

    /// <summary>What it took.</summary>
    public ModelUsage Used => _usage.Sum(_letters);

    /// <summary>Waits for the next update. Returns false at the end, which is a whole answer where <see cref="Fault"/> is null.</summary>
    public async Task<bool> MoveNextAsync()
    {
        ChatResponseUpdate? update = null;
        _silence.Begin();
        try
        {
            update = await _measured.NextAsync(_updates) ? _updates.Current : null;
        }
        catch (Exception error) when (_cancelled.IsCancellationRequested)
        {
            // A client may tell of it in its own way, such as a connection that broke.
            throw new OperationCanceledException("The question was taken back.", error, _cancelled);
        }
        catch (Exception error) when (FaultOf(error) is { } fault)
        {
            return Ends(fault);
        }
        catch
        {
            _measured.Break();
            throw;
        }
        finally
        {
            _silence.End(update);
        }

        if (update is null)
            return Ends(_usage.FaultAtEnd);
        _usage.Add(update);
        if (_usage.HasAnswer)
            _measured.Spoke();
        return _usage.Refusal is null || Ends(_usage.Refusal);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _updates.DisposeAsync();
        _measured.Dispose();
        ModelMeter.Used(Used.InputTokens, Used.OutputTokens);
        _any.Dispose();
        _silence.Dispose();
    }

    private bool Ends(ModelException? fault)
    {
        Fault = fault;
        if (fault is not null)
            _measured.Fail(fault.Failure);
        return false;
    }

    private ModelException? FaultOf(Exception error)
    {
        if (_silence.Over.IsCancellationRequested)
            return new ModelException(HasWords ? ModelFault.Stalled : ModelFault.Silent);
        return _answerOver.IsCancellationRequested ? new ModelException(ModelFault.TooSlow) : ModelFaults.Of(error, HasWords);
    }
}
