using CohortBot.Reports.Export;

namespace CohortBot.Tests.Reports;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("Amina")]
    [InlineData("O'Neill, \"Peg\"")]
    [InlineData("two\r\nlines")]
    [InlineData("a;b\tc")]
    [InlineData("日本語 👩‍🔬")]
    [InlineData("")]
    [InlineData(" leading and trailing ")]
    public void What_is_written_is_read_back(string text) => Assert.Equal([["name", "count"], [text, "3"]], RoundTrip(text));

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\",\"x\")")]
    [InlineData("+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1")]
    public void What_a_spreadsheet_would_run_stands_as_words(string text) => Assert.Equal($"'{text}", RoundTrip(text)[1][0]);

    [Fact]
    public void Numbers_and_nothing_stay_as_they_are()
    {
        var table = new ExportTable("t", ["a", "b", "c"], [[-3L, null, 1_000_000]]);
        Assert.Equal("a,b,c\r\n-3,,1000000\r\n", CsvFile.Write(table));
    }

    private static List<List<string>> RoundTrip(string text) => CsvReader.Read(CsvFile.Write(new ExportTable("t", ["name", "count"], [[text, 3]])));
}
