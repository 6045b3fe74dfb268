using CohortBot.Cli;
using CohortBot.Courses;
using CohortBot.Tests.Courses;
using CohortBot.Texts;
using Spectre.Console;

namespace CohortBot.Tests.Cli;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly MiniLibrary _files = new();

    [Fact]
    public void Nothing_to_mend_ends_with_0_and_a_count()
    {
        var (code, said) = Run(Locale.English);

        Assert.Equal(0, code);
        Assert.Equal("one course, 2 lessons, one lab, one guide: nothing to mend.", said.Trim());
    }

    [Fact]
    public void An_error_ends_with_1_and_stands_below_its_file_with_line_and_mend()
    {
        _files.Edit(MiniLibrary.Lesson, "minutes: 9", "minuts: 9");

        var (code, said) = Run(Locale.English);

        Assert.Equal(1, code);
        Assert.Contains("lessons/map/1-market.md", said, StringComparison.Ordinal);
        Assert.Matches(@"error +line 5 +`minuts` means nothing here\.", said);
        Assert.Contains("Mend: Did you mean `minutes`? Then rename it.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_ends_with_0_in_the_language_of_the_reader()
    {
        _files.Edit(MiniLibrary.Lab, "  **What do you do?**", "  Tell me.");

        var (code, said) = Run(Locale.German);

        Assert.Equal(0, code);
        Assert.Matches(@"Hinweis +Zeile 9 ", said);
        Assert.Contains("0 Fehler, ein Hinweis.", said, StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();

    private (int Code, string Said) Run(Locale locale)
    {
        using var said = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(said) });
        console.Profile.Width = 160;
        var code = ValidateCommand.Run(new CourseFolders(_files.Lessons, _files.Prompts), console, new TextCatalogue().In(locale));
        return (code, said.ToString());
    }
}
