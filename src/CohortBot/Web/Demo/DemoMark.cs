using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Web.Demo;

/// <summary>Knows whether the demo is still to be made. It is begun only where there is no cohort, and what was begun is finished.</summary>
internal sealed class DemoMark(KeptValues values, CohortStore cohorts, IOptions<LocalOptions> options)
{
    private const string Name = "demo";
    private const string Begun = "begun";
    private const string Made = "made";

    /// <summary>Whether the demo is to be made now; if so, that it was begun is kept.</summary>
    public async Task<bool> IsToBeMadeAsync(CancellationToken cancellationToken)
    {
        if (options.Value is not { Demo: true, Enabled: not false })
            return false;
        if (await values.FindAsync(Name, cancellationToken) is { } kept)
            return kept == Begun;
        if ((await cohorts.ListAsync(WorkspaceId.Local, cancellationToken)).Count > 0)
            return false;
        await values.KeepAsync(Name, Begun, cancellationToken);
        return true;
    }

    /// <summary>The demo is whole.</summary>
    public Task NoteMadeAsync(CancellationToken cancellationToken) => values.KeepAsync(Name, Made, cancellationToken);

    /// <summary>Whether a channel has its cohort already.</summary>
    public async Task<bool> HasCohortAsync(string channel, CancellationToken cancellationToken) =>
        await cohorts.FindByChannelAsync(new Place(WorkspaceId.Local, channel), cancellationToken) is not null;
}
