using System.Net.Sockets;

namespace CohortBot.Operations.Telemetry;

/// <summary>Whether the collector, where one is named, can be reached.</summary>
internal sealed class CollectorCheck(Collector collector) : IDoctorCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public string Name => "collector";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        if (!collector.IsThere)
            return [Finding.Well("doctor.collector_none")];
        if (!Uri.TryCreate(collector.Address, UriKind.Absolute, out var address) || address.Host.Length == 0)
            return [Finding.Broken("doctor.collector_address")];
        return await IsReachedAsync(address, cancellationToken)
            ? [Finding.Well("doctor.collector_reached", ("host", address.Host), ("port", address.Port))]
            : [Finding.Look("doctor.collector_away", ("host", address.Host), ("port", address.Port))];
    }

    private static async Task<bool> IsReachedAsync(Uri address, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var caller = new TcpClient();
        try
        {
            await caller.ConnectAsync(address.Host, address.Port, patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
