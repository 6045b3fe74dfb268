using System.Runtime.CompilerServices;
using CohortBot.Advisors.Offline;
using CohortBot.Budgets;
using CohortBot.Chat;
using Microsoft.Extensions.AI;

namespace CohortBot.Advisors;

/// <summary>
/// Stands around a model's client and writes each request that took something into the ledger as soon as it has ended, whichever way: retries,
/// rounds of looking up, cards, summaries and broken answers too. A streamed answer does not wait for that: writes stand in the order in which they were
/// asked for, so that whoever finds the exchange, or the failed turn, finds what it took. The offline advisor takes nothing and is let through.
/// </summary>
internal sealed partial class MeteredClient(IChatClient inner, ModelLedger ledger, ILogger<MeteredClient> logger) : DelegatingChatClient(inner)
{
    private bool IsFree => GetService(typeof(OfflineAdvisor)) is not null;

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. messages];
        var meter = MeterOf(sent, options);
        try
        {
            var response = await base.GetResponseAsync(sent, options, cancellationToken);
            foreach (var update in response.ToChatResponseUpdates())
                meter?.Note(update);
            meter?.Complete();
            return response;
        }
        finally
        {
            await WriteAsync(meter, cancellationToken.IsCancellationRequested);
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. messages];
        var meter = MeterOf(sent, options);
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(sent, options, cancellationToken))
            {
                meter?.Note(update);
                yield return update;
            }

            meter?.Complete();
        }
        finally
        {
            _ = WriteAsync(meter, cancellationToken.IsCancellationRequested);
        }
    }

    private CallMeter? MeterOf(List<ChatMessage> messages, ChatOptions? options) =>
        options?.FindBill() is { } bill && !IsFree ? new CallMeter(bill, messages, options.ModelId) : null;

    private async Task WriteAsync(CallMeter? meter, bool weHungUp)
    {
        if (meter?.Read(weHungUp) is not { } call)
            return;
        try
        {
            // Also when the program is being stopped: what was taken was taken.
            await ledger.AddAsync(call, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The member's answer matters more than its cost.
            LogNotWritten(exception, call.Account.Workspace, call.Account.Participation.Value, call.Tokens.Total);
        }
    }

    [LoggerMessage(3304, LogLevel.Error, "{Tokens} tokens of participation {Participation} in {Workspace} could not be written into the ledger.")]
    private partial void LogNotWritten(Exception exception, WorkspaceId workspace, long participation, long tokens);
}
