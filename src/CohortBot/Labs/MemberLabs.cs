using CohortBot.Commands;
using CohortBot.Exchanges;

namespace CohortBot.Labs;

/// <summary>Finds which of a member's own labs a command is about.</summary>
internal sealed class MemberLabs(ParticipationStore participations, LabScenes scenes, LabThreads threads)
{
    /// <summary>The lab that is named, else that of this thread, else the member's newest.</summary>
    /// <exception cref="CommandException">The member has not started it.</exception>
    public async Task<LabScene> FindAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var mine = await ListAsync(context, cancellationToken);
        var here = threads.Find(context.Call.Place)?.Lab;
        var found = context.Find("lab") is { } named
            ? mine.FirstOrDefault(scene => LabNames.IsCalled(scene.Lab, named))
            : mine.FirstOrDefault(scene => scene.Lab.Id == here) ?? (mine.Count > 0 ? mine[0] : null);
        if (found is not null)
            return found;
        throw context.Find("lab") is { } missing && mine.Count > 0
            ? new CommandException("labs.not_started_one", ("named", missing), ("labs", string.Join(", ", mine.Select(scene => scene.Lab.Id.Value))))
            : new CommandException("labs.not_started");
    }

    /// <summary>All labs that the member has started in this cohort (without a cohort: anywhere), newest first.</summary>
    public async Task<IReadOnlyList<LabScene>> ListAsync(CommandContext context, CancellationToken cancellationToken)
    {
        List<LabScene> mine = [];
        foreach (var part in await participations.ListAsync(context.Workspace, context.Member.Key, cancellationToken))
        {
            if ((context.Cohort is null || part.Cohort == context.Cohort) && await scenes.FindAsync(part, cancellationToken) is { } scene)
                mine.Add(scene);
        }

        return mine;
    }

    /// <summary>The member's labs, for completion.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, CancellationToken cancellationToken) =>
        [.. (await ListAsync(context, cancellationToken)).Select(scene => new Choice(scene.Lab.Id.Value, scene.Lab.Title))];
}
