using System.Data.Common;
using System.Net.Sockets;
using System.Text;

namespace CohortBot.Operations.Logs;

/// <summary>
/// An exception as the log shows it: types, codes and where it happened. Messages are shown of the program's own exceptions only, which promise to hold no
/// secret and nobody's words.
/// </summary>
internal sealed class LoggedException(Exception exception) : Exception(Say(exception))
{
    /// <inheritdoc/>
    public override string? StackTrace => exception.StackTrace;

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var at = exception; at is not null; at = at.InnerException)
            text.AppendLine((at == exception ? "" : "caused by ") + Say(at)).AppendLine(at.StackTrace);
        return text.ToString().TrimEnd();
    }

    private static string Say(Exception exception)
    {
        var type = exception.GetType();
        if (type.Namespace?.StartsWith("CohortBot", StringComparison.Ordinal) == true)
            return $"{type.FullName}: {exception.Message}";
        return Code(exception) is { } code ? $"{type.FullName} ({code})" : type.FullName!;
    }

    private static string? Code(Exception exception) => exception switch
    {
        DbException { SqlState: { Length: > 0 } state } => $"SQL state {state}",
        DbException database => $"code {database.ErrorCode & 0xFF}",
        HttpRequestException { StatusCode: { } status } => $"HTTP {(int)status}",
        HttpRequestException http => http.HttpRequestError.ToString(),
        SocketException socket => socket.SocketErrorCode.ToString(),
        IOException io => $"0x{io.HResult:X8}",
        _ => null,
    };
}
