using CohortBot.Operations;

namespace CohortBot.Labs.Safety;

/// <summary>Looks whether every crisis of the last days reached somebody, and its writer the help.</summary>
internal sealed class SafetyCheck(SafetyEvents events) : IDoctorCheck
{
    private static readonly TimeSpan Within = TimeSpan.FromDays(7);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string Name => "crises";

    /// <inheritdoc/>
    public bool NeedsTables => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        var (untold, unsent, unshown) = await events.CountUnheardAsync(Within, Late, cancellationToken);
        return
        [
            untold + unsent + unshown == 0
                ? Finding.Well("doctor.crises_well")
                : Finding.Look("doctor.crises_unheard", ("untold", untold), ("unsent", unsent), ("unshown", unshown)),
        ];
    }
}
