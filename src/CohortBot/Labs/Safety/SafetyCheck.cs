using CohortBot.Operations;

namespace CohortBot.Labs.Safety;

/// <summary>Looks whether every crisis of the last days reached somebody.</summary>
internal sealed class SafetyCheck(SafetyEvents events) : IDoctorCheck
{
    private static readonly TimeSpan Within = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public string Name => "crises";

    /// <inheritdoc/>
    public bool NeedsTables => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        var (untold, unsent) = await events.CountUnheardAsync(Within, cancellationToken);
        return [untold + unsent == 0 ? Finding.Well("doctor.crises_well") : Finding.Look("doctor.crises_unheard", ("untold", untold), ("unsent", unsent))];
    }
}
