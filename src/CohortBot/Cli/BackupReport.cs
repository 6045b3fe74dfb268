using CohortBot.Storage.Backups;
using CohortBot.Texts;
using Spectre.Console;

namespace CohortBot.Cli;

/// <summary>Says how much a backup holds.</summary>
internal static class BackupReport
{
    // The scheduler's own tables say nothing to a person.
    private const string SchedulerPrefix = "QRTZ_";

    /// <summary>Prints size, step and rows.</summary>
    public static void Print(SqliteContents contents, string file, Wording wording)
    {
        var screen = Screen.Create();
        var kilobytes = (new FileInfo(file).Length + 1023) / 1024;
        screen.WriteLine(wording.Say("backup.done", ("file", file), ("kilobytes", kilobytes), ("step", contents.Step)));
        var table = new Table().RoundedBorder().AddColumn(wording.Say("backup.table")).AddColumn(new TableColumn(wording.Say("backup.rows")).RightAligned());
        foreach (var (name, rows) in contents.Rows.Where(table => !table.Key.StartsWith(SchedulerPrefix, StringComparison.OrdinalIgnoreCase)))
            table.AddRow(Markup.Escape(name), rows.ToString(wording.Locale.Culture));
        screen.Write(table);
    }
}
