using CohortBot.Chat.Local;
using CohortBot.Web.Views;

namespace CohortBot.Web;

/// <summary>Serves the files that commands handed over, to whoever sees the message that they hang on.</summary>
internal static class HandedFiles
{
    /// <summary>Maps the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/files/{id:long}", async (long id, string @as, Visits visits, LocalFiles files, LocalChannel channel, CancellationToken cancellationToken) =>
            await visits.FindAsync(@as, cancellationToken) is { } context
            && await files.FindAsync(id, cancellationToken) is { } file
            && await channel.FindAsync(context.Me, file.Message, cancellationToken) is not null
                ? Results.File(file.Content, file.ContentType, file.Name)
                : Results.NotFound());
}
