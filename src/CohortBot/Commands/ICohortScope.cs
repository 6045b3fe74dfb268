using CohortBot.Access;
using CohortBot.Chat;

namespace CohortBot.Commands;

/// <summary>Says which cohort a command is about; the cohorts implement it, since they lie above the commands.</summary>
internal interface ICohortScope
{
    /// <summary>The cohort that was named (its number or name), else the one whose channel or lab thread this is, else null.</summary>
    /// <exception cref="CommandException">One was named that does not exist.</exception>
    Task<CohortId?> FindAsync(Place place, string? named, CancellationToken cancellationToken);
}
