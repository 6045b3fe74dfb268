using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Storage;

namespace CohortBot.Cli;

/// <summary>Finds the cohort that is to be exported: by number or name, or the only one that there is.</summary>
internal sealed class ExportChoice(Database database, ICohortScope scope)
{
    /// <summary>The cohort.</summary>
    /// <exception cref="CommandException">There is none of that name, or several and none was named; the text lists them or says the nearest.</exception>
    public async Task<Cohort> FindAsync(ExportInput input, CancellationToken cancellationToken)
    {
        var all = await database.ReadAsync(session => session.QueryAsync<Cohort>("SELECT * FROM cohorts ORDER BY workspace, id"), cancellationToken);
        var here = input.Workspace is { } workspace ? [.. all.Where(cohort => cohort.Workspace.Value == workspace)] : all;
        if (here.Count == 0)
            throw new CommandException("reports.no_cohort", ("workspaces", string.Join(", ", all.Select(cohort => cohort.Workspace).Distinct())));
        if (input.Cohort is null)
            return here.Count == 1 ? here[0] : throw new CommandException("reports.which_cohort", ("cohorts", List(here)));
        return await FindAsync(input.Cohort, here, cancellationToken);
    }

    private async Task<Cohort> FindAsync(string named, IReadOnlyList<Cohort> here, CancellationToken cancellationToken)
    {
        List<Cohort> found = [];
        CommandException? unknown = null;
        foreach (var workspace in here.Select(cohort => cohort.Workspace).Distinct())
        {
            try
            {
                var id = await scope.FindAsync(new Place(workspace, ""), named, cancellationToken);
                found.AddRange(here.Where(cohort => cohort.Workspace == workspace && cohort.Id == id));
            }
            catch (CommandException exception)
            {
                // One of several workspaces may know something near where the others do not.
                unknown = unknown is null || exception.Key.EndsWith("_near", StringComparison.Ordinal) ? exception : unknown;
            }
        }

        return found switch
        {
            [var one] => one,
            [] => throw unknown ?? new CommandException("cohorts.unknown", ("cohort", named)),
            _ => throw new CommandException("reports.which_cohort", ("cohorts", List(found))),
        };
    }

    private static string List(IEnumerable<Cohort> cohorts) => string.Join(", ", cohorts.Select(cohort => $"{cohort.Id} ({cohort.Name}, {cohort.Workspace})"));
}
