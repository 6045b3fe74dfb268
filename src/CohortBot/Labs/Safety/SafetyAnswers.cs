using CohortBot.Advisors.Safety;
using CohortBot.Chat;
using CohortBot.Chat.Documents;

namespace CohortBot.Labs.Safety;

/// <summary>Shows the writer of a message what was decided, so that nobody else sees it. What a crash or a fault keeps from being shown goes out as a message soon after.</summary>
internal sealed partial class SafetyAnswers(
    SafetyEvents events, SafetyDocuments documents, SafetyDelivery delivery, SafetyScenes scenes, ILogger<SafetyAnswers> logger)
{
    // While the help lines are still in sight, a short word says that this was read too.
    private static readonly TimeSpan InSight = TimeSpan.FromMinutes(10);

    // A refusal that comes later than this only puzzles.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    // Whoever met it has had the time to show it.
    private static readonly TimeSpan Overdue = TimeSpan.FromSeconds(30);

    /// <summary>Shows it. Called twice it may be shown twice; for a crisis that is better than not at all.</summary>
    public async Task ShowAsync(SafetyEvent met, CancellationToken cancellationToken)
    {
        if (await scenes.FindAsync(met, cancellationToken) is not { } scene)
        {
            LogErased(met.Id.Value, met.Workspace);
            await events.MarkShownAsync(met, cancellationToken);
            return;
        }

        await delivery.ShowAsync(met, scene, await WriteAsync(met, scene, cancellationToken), cancellationToken);
        await events.MarkShownAsync(met, cancellationToken);
    }

    /// <summary>Sends what should have been shown by now. Each goes out once, however many programs look; one that cannot be sent keeps no other back.</summary>
    public async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        foreach (var met in await events.ListUnshownAsync(Fresh, Overdue, cancellationToken))
        {
            try
            {
                await SendAsync(met, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotSent(exception, met.Id.Value, met.Workspace);
            }
        }
    }

    private async Task SendAsync(SafetyEvent met, CancellationToken cancellationToken)
    {
        if (!delivery.Serves(met))
            return;
        if (await scenes.FindAsync(met, cancellationToken) is { } scene)
            await delivery.SendAsync(met, scene, await WriteAsync(met, scene, cancellationToken), cancellationToken);
        else
            await events.MarkShownAsync(met, cancellationToken);
    }

    private async Task<Document> WriteAsync(SafetyEvent met, SafetyScene scene, CancellationToken cancellationToken)
    {
        if (met.Kind != SafetyClass.Crisis)
            return SafetyDocuments.Other(met, scene.Wording);
        return await events.WasShownAsync(met, InSight, cancellationToken)
            ? SafetyDocuments.HelpAgain(scene.Wording)
            : documents.Help(met, scene.Member, scene.Cohort, scene.Wording);
    }

    [LoggerMessage(3116, LogLevel.Debug, "Safety event {Event} in {Workspace} belongs to a member or cohort that is not there any more.")]
    private partial void LogErased(long @event, WorkspaceId workspace);

    [LoggerMessage(3124, LogLevel.Error, "The answer to safety event {Event} in {Workspace} could not be sent yet; it is tried again.")]
    private partial void LogNotSent(Exception exception, long @event, WorkspaceId workspace);
}
