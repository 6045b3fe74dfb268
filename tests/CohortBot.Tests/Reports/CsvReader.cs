namespace CohortBot.Tests.Reports;

/// <summary>Reads CSV back by RFC 4180, letter by letter, without anything of the writer.</summary>
internal static class CsvReader
{
    public static List<List<string>> Read(string text)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        var cell = new System.Text.StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (isQuoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[++at]);
            else if (letter == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && letter == ',')
                Next();
            else if (!isQuoted && letter == '\r' && text[at + 1] == '\n')
                End(ref at);
            else
                cell.Append(letter);
        }

        Assert.False(isQuoted);
        Assert.Empty(row);
        return rows;

        void Next()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }

        void End(ref int at)
        {
            Next();
            rows.Add(row);
            row = [];
            at++;
        }
    }
}
