using CohortBot.Privacy;
using CohortBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CohortBot.Tests.Privacy;

public sealed class ErasureJournalTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cohortbot-journal-");

    [Fact]
    public async Task What_is_added_is_read_again_in_its_order()
    {
        using var journal = Open();
        await journal.AddAsync(new Erasure("discord:1", "aa", Noon), CancellationToken.None);
        await journal.AddAsync(new Erasure("local", "bb", Noon.AddDays(1)), CancellationToken.None);

        using var again = Open();
        Assert.Equal([new Erasure("discord:1", "aa", Noon), new Erasure("local", "bb", Noon.AddDays(1))], await again.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task It_stands_beside_the_database_and_is_its_owners_alone()
    {
        using var journal = Open();
        await journal.AddAsync(new Erasure("local", "aa", Noon), CancellationToken.None);

        Assert.Equal(Path.Combine(_folder.FullName, "test.db.erased"), journal.File);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(journal.File));
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_off_costs_neither_the_lines_before_nor_the_one_after()
    {
        using var journal = Open();
        await journal.AddAsync(new Erasure("local", "aa", Noon), CancellationToken.None);
        await File.AppendAllTextAsync(journal.File, """{"workspace":"local","mem""");
        await journal.AddAsync(new Erasure("local", "cc", Noon), CancellationToken.None);

        Assert.Equal(["aa", "cc"], (await journal.ReadAsync(CancellationToken.None)).Select(erasure => erasure.Member));
    }

    [Fact]
    public async Task A_journal_that_was_never_made_names_nobody()
    {
        using var journal = Open();
        Assert.Empty(await journal.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_is_said_in_words()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "test.db.erased")); // a folder stands in its place
        using var journal = Open();
        var fault = await Assert.ThrowsAsync<ErasureNotNotedException>(() => journal.AddAsync(new Erasure("local", "aa", Noon), CancellationToken.None));
        Assert.Contains("Privacy:Journal", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ErasureJournal Open() => new(
        Options.Create(new PrivacyOptions()), Options.Create(new StorageOptions { File = Path.Combine(_folder.FullName, "test.db") }), NullLogger<ErasureJournal>.Instance);
}
