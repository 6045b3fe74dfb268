using System.Net.Sockets;
using CohortBot.Advisors.Calls;

namespace CohortBot.Advisors.Providers;

/// <summary>
/// Stands between a provider's library and the network, since the libraries tell of faults each in their own way and lose what the heads say:
/// an answer that is no stream of the protocol leaves here as a <see cref="ModelException"/>.
/// </summary>
internal sealed class ProviderAnswers(TimeProvider time) : DelegatingHandler
{
    // A stream is "text/event-stream"; not every server of one's own says so, yet none calls it one of these.
    private static readonly string[] _noStream = ["text/html", "application/json", "application/problem+json", "text/xml", "application/xml"];

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && ConnectionFault(error) is not null)
        {
            throw ConnectionFault(error)!;
        }

        if (response.IsSuccessStatusCode && !_noStream.Contains(response.Content.Headers.ContentType?.MediaType, StringComparer.OrdinalIgnoreCase))
            return response;
        using (response)
            throw await ProviderFault.ReadAsync(response, time, cancellationToken);
    }

    // The handler tells of its own time-out to connect as a cancellation that nobody asked for.
    private static ModelException? ConnectionFault(Exception error) => error switch
    {
        OperationCanceledException => new ModelException(ModelFault.Unreachable) { Code = "connect_timeout" },
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new ModelException(ModelFault.Unreachable) { Code = "name_not_found" },
        HttpRequestException { InnerException: SocketException socket } => new ModelException(ModelFault.Unreachable) { Code = socket.SocketErrorCode.ToString() },
        _ => ModelFaults.Of(error, hasWords: false),
    };
}
