namespace CohortBot.Reports.Export;

/// <summary>A table to be handed out. Its columns and their order stay as they are: new ones are added at the end.</summary>
/// <param name="Name">The file's name without its ending, and the table's name in JSON.</param>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">The rows: texts, whole numbers, or null for nothing.</param>
internal sealed record ExportTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
