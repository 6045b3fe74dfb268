using CohortBot.Chat;
using CohortBot.Chat.Documents;

namespace CohortBot.Simulation.Report;

/// <summary>The table of <c>/cohort status</c>, cell by cell as the command wrote it.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Sum">The sentence with the sums.</param>
/// <param name="Header">The first row.</param>
/// <param name="Rows">A row a member.</param>
/// <param name="Legend">What numbered columns stand for; empty when the header says it.</param>
internal sealed record StatusGrid(string Title, string Sum, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Legend)
{
    /// <summary>Takes it out of the command's answer; one without a table (nobody joined) has no rows.</summary>
    public static StatusGrid From(Reply? reply)
    {
        IReadOnlyList<Block> blocks = reply?.Document.Blocks ?? [];
        var table = blocks.OfType<Table>().FirstOrDefault();
        return new StatusGrid(
            Words(blocks.OfType<Heading>().FirstOrDefault()?.Text),
            Words(blocks.OfType<Paragraph>().FirstOrDefault()?.Text),
            [.. (table?.Header ?? []).Select(Words)],
            [.. (table?.Rows ?? []).Select(IReadOnlyList<string> (row) => [.. row.Select(Words)])],
            [.. blocks.OfType<Bullets>().SelectMany(list => list.Items).Select(item => Words(item.Text))]);
    }

    private static string Words(IReadOnlyList<Run>? runs) => runs is null ? "" : Prose.Text(runs);
}
