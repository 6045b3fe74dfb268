using CohortBot.Commands;

namespace CohortBot.Cohorts;

/// <summary>What can no longer be done with a cohort that is closed.</summary>
internal static class ClosedCohort
{
    extension(Cohort cohort)
    {
        /// <summary>Refuses a change of a closed cohort.</summary>
        /// <exception cref="CommandException">It is closed.</exception>
        public void RefuseClosed()
        {
            if (cohort.ClosedAt is { } closedAt)
                throw new CommandException("cohorts.closed", ("cohort", cohort.Name), ("date", CohortClock.Day(closedAt, cohort.Zone)));
        }
    }
}
