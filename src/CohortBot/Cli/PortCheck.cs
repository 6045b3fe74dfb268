using System.Net;
using System.Net.Sockets;
using CohortBot.Operations;

namespace CohortBot.Cli;

/// <summary>Whether the program could listen where it is to; an address that CohortBot itself holds is well.</summary>
internal sealed class PortCheck(IConfiguration configuration) : IDoctorCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public string Name => "port";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        foreach (var address in (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            findings.Add(await FindAsync(address, BindingAddress.Parse(address).Port, cancellationToken));
        return findings;
    }

    private static async Task<Finding> FindAsync(string address, int port, CancellationToken cancellationToken)
    {
        if (CanListen(port) is not { } fault)
            return Finding.Well("doctor.port_free", ("address", address));
        if (fault == SocketError.AccessDenied)
            return Finding.Broken("doctor.port_denied", ("address", address), ("port", port));
        return await IsOursAsync(port, cancellationToken)
            ? Finding.Well("doctor.port_ours", ("address", address))
            : Finding.Broken("doctor.port_taken", ("address", address), ("port", port));
    }

    private static SocketError? CanListen(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode;
        }
    }

    private static async Task<bool> IsOursAsync(int port, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = Patience, UseProxy = false };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var caller = new HttpMessageInvoker(handler);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/health/live");
            using var answer = await caller.SendAsync(request, patience.Token);
            return (await answer.Content.ReadAsStringAsync(patience.Token)).Contains("\"program\":\"CohortBot\"", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
