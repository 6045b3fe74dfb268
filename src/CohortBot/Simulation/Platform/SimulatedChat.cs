using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Local;

namespace CohortBot.Simulation.Platform;

/// <summary>The local channel under another platform's limits and in its bad hours.</summary>
internal sealed class SimulatedChat(LocalChat local, SimulatedPlatform platform) : IChat
{
    /// <inheritdoc/>
    public string Platform => local.Platform;

    /// <inheritdoc/>
    public ChatLimits Limits => platform.Rules.Limits;

    /// <inheritdoc/>
    public bool Fits(Document document) => platform.Rules.Fits(document);

    /// <inheritdoc/>
    public Task<MessageRef> PostAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        SendAsync(message.Document, () => local.PostAsync(message, cancellationToken));

    /// <inheritdoc/>
    public Task EditAsync(MessageRef message, Document document, CancellationToken cancellationToken) =>
        SendAsync(document, async () =>
        {
            await local.EditAsync(message, document, cancellationToken);
            return true;
        });

    /// <inheritdoc/>
    public Task DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        platform.Weather.Before();
        return local.DeleteAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Place> OpenThreadAsync(ThreadRequest request, CancellationToken cancellationToken)
    {
        platform.Weather.Before();
        return local.OpenThreadAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MessageRef?> FindSentAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken)
    {
        platform.Weather.Before();
        return local.FindSentAsync(message, since, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<IncomingMessage>> ReadSinceAsync(Place place, DateTimeOffset since, CancellationToken cancellationToken)
    {
        platform.Weather.Before();
        return local.ReadSinceAsync(place, since, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MessageRef?> TellAsync(UserRef user, DeliveryId delivery, Document document, CancellationToken cancellationToken) =>
        SendAsync(document, () => local.TellAsync(user, delivery, document, cancellationToken));

    /// <inheritdoc/>
    public Task ShowOnlyAsync(UserRef user, Place place, Document document, CancellationToken cancellationToken) =>
        SendAsync(document, async () =>
        {
            await local.ShowOnlyAsync(user, place, document, cancellationToken);
            return true;
        });

    /// <inheritdoc/>
    public Task<ChatUser?> FindUserAsync(UserRef user, CancellationToken cancellationToken) => local.FindUserAsync(user, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChatChannel>> ListChannelsAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        local.ListChannelsAsync(workspace, cancellationToken);

    private async Task<T> SendAsync<T>(Document document, Func<Task<T>> send)
    {
        platform.Limits.Look(document);
        platform.Weather.Before();
        var sent = await send();
        platform.Weather.After();
        return sent;
    }
}
