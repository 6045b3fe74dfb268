using System.Text;
using CohortBot.Chat.Rendering;

namespace CohortBot.Reports.Export;

/// <summary>What was said in labs, for reading: a heading a member and lab, then line by line. Words stay words, whatever marks are in them.</summary>
internal static class TranscriptMarkdown
{
    /// <summary>The file's text.</summary>
    public static string Write(CohortSnapshot snapshot)
    {
        var text = new StringBuilder().Append("# ").Append(Escape(snapshot.Cohort.Name)).Append('\n');
        foreach (var part in snapshot.Words.GroupBy(words => (words.Lab, words.Member)))
        {
            text.Append("\n## ").Append(Escape($"{snapshot.NameOf(part.Key.Member)} · {part.Key.Lab}")).Append('\n');
            foreach (var words in part)
                Append(text, words, snapshot.NameOf(words.Member));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, SnapshotWords words, string name)
    {
        text.Append("\n**").Append(words.IsMember ? Escape(name) : "CohortBot").Append("** · ").Append(ExportTables.Utc(words.At)).Append("\n\n");
        foreach (var line in words.Text.ReplaceLineEndings("\n").Split('\n'))
            text.Append("> ").Append(Escape(line)).Append('\n');
    }

    private static string Escape(string line) => MarkdownEscape.Line(line, MarkdownDialect.Slack);
}
