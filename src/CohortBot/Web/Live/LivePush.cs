using System.Threading.Channels;
using CohortBot.Chat.Local;
using Microsoft.AspNetCore.SignalR;

namespace CohortBot.Web.Live;

/// <summary>Passes on what changes in the local channel to the pages of those who may see it.</summary>
internal sealed partial class LivePush(
    LocalEvents events, OpenPages pages, LocalSight sight, IHubContext<LiveHub> hub, ILogger<LivePush> logger) : BackgroundService
{
    private readonly Channel<LocalChange> _changes = Channel.CreateUnbounded<LocalChange>();

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        events.Listen(change => _changes.Writer.TryWrite(change));
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Tells every open page that the clock was moved.</summary>
    public Task TellClockAsync(CancellationToken cancellationToken) => hub.Clients.All.SendAsync("clock", cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in _changes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await PassOnAsync(change, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception, change.Message);
            }
        }
    }

    private async Task PassOnAsync(LocalChange change, CancellationToken cancellationToken)
    {
        var told = new LiveChange(change.Kind.ToString(), change.Message?.Value, change.Place.Channel, change.Place.Thread);
        foreach (var person in await pages.ListPeopleAsync(cancellationToken))
        {
            if ((change.OnlyTo is null || change.OnlyTo == person.Person) && await sight.CanSeeAsync(person, change.Place, cancellationToken))
                await hub.Clients.Group(LiveHub.GroupOf(person.Person)).SendAsync("changed", told, cancellationToken);
        }
    }

    [LoggerMessage(4003, LogLevel.Error, "The change of message {Message} could not be passed on to open pages.")]
    private partial void LogFailed(Exception exception, LocalMessageId? message);

    private sealed record LiveChange(string Kind, long? Message, string Channel, string? Thread);
}
