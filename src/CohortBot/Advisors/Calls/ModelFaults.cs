using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace CohortBot.Advisors.Calls;

/// <summary>What a client throws when the other side fails. Anything else is our own mistake and goes on as it is.</summary>
internal static class ModelFaults
{
    /// <summary>The fault, or null for a mistake of ours.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="hasWords">Whether a part of the answer had come.</param>
    public static ModelException? Of(Exception error, bool hasWords) => error switch
    {
        ModelException known => known,
        { InnerException: ModelException known } => known,
        OperationCanceledException or TimeoutException => new ModelException(hasWords ? ModelFault.Stalled : ModelFault.Silent),
        HttpRequestException { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout } => new ModelException(ModelFault.GaveUp),
        HttpRequestException { InnerException: AuthenticationException } or AuthenticationException => new ModelException(ModelFault.CertificateRefused),
        HttpRequestException or IOException or SocketException => new ModelException(hasWords ? ModelFault.Cut : ModelFault.Unreachable),
        _ => null,
    };
}
