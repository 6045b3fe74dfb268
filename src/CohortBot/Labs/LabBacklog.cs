namespace CohortBot.Labs;

/// <summary>What the last run of the program left to do in labs. Each step can be repeated.</summary>
internal sealed partial class LabBacklog(LabThreadStore threads, TurnStore turns, LabLanes lanes, LabBacklogCards cards, LabCatchUp catchUp, ILogger<LabBacklog> logger)
{
    /// <summary>Goes on with turns that were under way, and opens turns for messages that have none.</summary>
    /// <param name="andHeld">Whether to look anew at turns that the budgets hold.</param>
    /// <param name="cancellationToken">Ends the looking; what was begun goes on.</param>
    public async Task TakeUpAsync(bool andHeld, CancellationToken cancellationToken)
    {
        var taken = (await turns.ListUnfinishedAsync(andHeld, cancellationToken)).Count(lanes.TryBegin);
        if (taken > 0)
            LogTakenUp(taken);
    }

    /// <summary>Takes in the threads that another program opened, and what was written there before this one knew them.</summary>
    public Task CatchUpWithOthersAsync(CancellationToken cancellationToken) => catchUp.ReadNewAsync(cancellationToken);

    /// <summary>Reads what was written in open lab threads while nobody listened, the most recently used first.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        foreach (var thread in await threads.ListOpenAsync(cancellationToken))
            await catchUp.ReadAsync(thread, cancellationToken);
    }

    /// <summary>The completed parts whose card a crash kept from being made; asked for before anything is taken up, since what completes from then on makes its own.</summary>
    public Task<IReadOnlyList<Participation>> ListWithoutCardAsync(CancellationToken cancellationToken) => cards.ListAsync(cancellationToken);

    /// <summary>Makes those cards.</summary>
    public Task MakeCardsAsync(IReadOnlyList<Participation> parts, CancellationToken cancellationToken) => cards.MakeAsync(parts, cancellationToken);

    /// <summary>Makes the cards that a program which died was about to make.</summary>
    public Task TakeOverCardsAsync(CancellationToken cancellationToken) => cards.TakeOverAsync(cancellationToken);

    [LoggerMessage(3101, LogLevel.Information, "Took up {Count} participations where something was left to do.")]
    private partial void LogTakenUp(int count);
}
