using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CohortBot.Cli;
using CohortBot.Operations;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Web;
using CohortBot.Texts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace CohortBot.Tests.Cli;

public sealed class DoctorTests
{
    private static readonly TextCatalogue Catalogue = new();

    [Fact]
    public async Task A_fresh_installation_is_well_and_nothing_is_made()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("cohortbot-doctor-").FullName, "cohortbot.db");
        using var program = TestProgram.Create(builder =>
        {
            builder.Configuration["Storage:File"] = file;
            builder.Configuration["Storage:ConnectionString"] = "";
        });
        var report = await DoctorCommand.ExamineAsync(program.Services, _ => { }, CancellationToken.None);

        Assert.Empty(report.Findings.Where(found => found.Finding.State == HealthStatus.Unhealthy).Select(found => found.Finding.Detail.Key));
        Assert.Equal(0, report.ExitCode);
        Assert.Contains(report.Findings, found => found.Finding.Detail.Key == "doctor.database_new");
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Every_check_has_a_title_and_every_finding_its_words(string language)
    {
        using var program = TestProgram.Create();
        var wording = Catalogue.In(Locale.Nearest(language));
        var checks = program.Services.GetServices<IDoctorCheck>().Select(check => check.Name).ToList();
        Assert.Equal(checks.Distinct().Count(), checks.Count);
        Assert.All(checks.Append("settings"), name => Assert.NotEmpty(wording.Say($"doctor.name_{name}")));

        var console = new StringWriter();
        DoctorTable.Print(await DoctorCommand.ExamineAsync(program.Services, _ => { }, CancellationToken.None), Plain(console), wording);
        Assert.Contains(wording.Say("doctor.name_database"), console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_the_running_program_its_address_and_its_database_are_well()
    {
        await using var site = await LocalSite.StartAsync();
        var report = await DoctorCommand.ExamineAsync(site.Services, _ => { }, CancellationToken.None);
        var found = report.Findings.Select(finding => finding.Finding.Detail.Key).ToList();
        Assert.Contains("doctor.database_whole", found);
        Assert.Contains("doctor.database_current", found);
        Assert.DoesNotContain(report.Findings, finding => finding.Finding.State == HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task Whoever_else_holds_the_address_is_told_from_ourselves()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = await FindPortAsync(((IPEndPoint)other.LocalEndpoint).Port, other);
        Assert.Equal((HealthStatus.Unhealthy, "doctor.port_taken"), (taken.State, taken.Detail.Key));

        await using var site = await LocalSite.StartAsync();
        var port = site.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First();
        Assert.Equal("doctor.port_ours", (await FindPortAsync(new Uri(port).Port, answering: null)).Detail.Key);
    }

    [Fact]
    public async Task A_damaged_database_is_named_with_what_to_do()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("cohortbot-doctor-").FullName, "test.db");
        await File.WriteAllTextAsync(file, "no database at all, and long enough to be taken for one: " + new string('x', 4096));
        await using var database = new Database(Options.Create(new StorageOptions { File = file }));
        var finding = Assert.Single(await new StorageCheck(database, new DataFolder(Options.Create(new StorageOptions { File = file }))).CheckAsync(CancellationToken.None));
        Assert.Equal(HealthStatus.Unhealthy, finding.State);
        Assert.Contains("backup", Catalogue.In(Locale.English).Say(finding.Detail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_named_without_its_password()
    {
        using var program = TestProgram.Create(builder =>
            builder.Configuration["Storage:ConnectionString"] = "Host=127.0.0.1;Port=1;Database=cohorts;Username=cohortbot;Password=planted-password;Timeout=1");
        var report = await DoctorCommand.ExamineAsync(program.Services, _ => { }, CancellationToken.None);

        Assert.Contains(report.Findings, found => found is { Check: "database", Finding.State: HealthStatus.Unhealthy });
        Assert.DoesNotContain("planted-password", report.ToJson(Catalogue.In(Locale.English)), StringComparison.Ordinal);
        Assert.Contains("cohorts", report.ToJson(Catalogue.In(Locale.English)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_of_a_newer_program_are_broken_and_of_an_older_one_are_well()
    {
        await using var test = await TestDatabase.CreateAsync();
        await test.Database.WriteAsync(session => session.ExecuteAsync("DELETE FROM migrations WHERE number > 1"), CancellationToken.None);
        Assert.Contains(await CheckAsync(test), finding => finding is { State: HealthStatus.Healthy, Detail.Key: "doctor.database_older" });
        await test.Database.WriteAsync(session => session.ExecuteAsync("INSERT INTO migrations (number, name, applied_at) VALUES (9999, 'later', 0)"), CancellationToken.None);
        Assert.Contains(await CheckAsync(test), finding => finding is { State: HealthStatus.Unhealthy, Detail.Key: "doctor.database_newer", Mend: not null });
    }

    [Fact]
    public async Task A_disk_without_space_deserves_a_look_and_then_is_broken()
    {
        var storage = Options.Create(new StorageOptions { File = Path.Combine(Path.GetTempPath(), "cohortbot-doctor.db") });
        await using var database = new Database(storage);
        var free = (int)(new DataFolder(storage).FreeBytes()!.Value / 1024 / 1024);
        async Task<Finding> FindAsync(int wanted) => Assert.Single(
            await new DiskCheck(new DataFolder(storage), database, Options.Create(new OperationsOptions { FreeDiskMegabytes = wanted })).CheckAsync(CancellationToken.None));

        Assert.Equal(HealthStatus.Healthy, (await FindAsync(Math.Max(10, free / 2))).State);
        Assert.Equal(HealthStatus.Degraded, (await FindAsync(free * 2)).State);
        Assert.Equal(HealthStatus.Unhealthy, (await FindAsync((free + 100) * 12)).State);
    }

    [Fact]
    public void Every_wrong_setting_is_named_with_its_limits()
    {
        var fault = Assert.ThrowsAny<Exception>(() => TestProgram.Create(builder =>
        {
            builder.Configuration["Labs:AtOnce"] = "9999";
            builder.Configuration["Operations:FreeDiskMegabytes"] = "1";
        }));
        var report = DoctorReport.OfSettings(SettingsFaults.Read(fault));
        var german = Catalogue.In(Locale.German);
        var said = report.Findings.Select(found => german.Say(found.Finding.Detail)).ToList();

        Assert.Contains("Labs:AtOnce liegt außerhalb der Grenzen: erlaubt ist 1 bis 500.", said);
        Assert.Contains("Operations:FreeDiskMegabytes liegt außerhalb der Grenzen: erlaubt ist 10 bis 1000000.", said);
        Assert.Equal(2, report.ExitCode);
        Assert.All(report.Findings, found => Assert.NotNull(found.Finding.Mend));
    }

    [Fact]
    public async Task A_check_that_breaks_is_a_finding_and_says_no_message_of_others()
    {
        using var program = TestProgram.Create(builder => builder.Services.AddDoctorCheck<BrokenCheck>());
        var report = await DoctorCommand.ExamineAsync(program.Services, _ => { }, CancellationToken.None);
        var json = report.ToJson(Catalogue.In(Locale.English));

        Assert.Equal(1, report.ExitCode);
        Assert.Contains("InvalidOperationException", json, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(json);
        Assert.Equal("Unhealthy", parsed.RootElement.GetProperty("state").GetString());
        Assert.Contains(parsed.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("check").GetString() == "broken" && finding.GetProperty("mend").GetString() is { Length: > 0 });
    }

    [Fact]
    public async Task What_costs_money_is_said_before_it_is_asked_and_can_be_left_out()
    {
        List<string> happened = [];
        using var program = TestProgram.Create(builder => builder.Services.AddSingleton<IDoctorCheck>(new CostlyCheck(happened)));
        var report = await DoctorCommand.ExamineAsync(program.Services, cost => happened.Add(cost.Key), CancellationToken.None);
        Assert.Equal(["doctor.advisor_cost", "asked"], happened);
        Assert.Contains(report.Findings, found => found is { Check: "costly", Finding.Detail.Key: "doctor.settings_well" });

        happened.Clear();
        var free = await DoctorCommand.ExamineAsync(program.Services, announce: null, CancellationToken.None);
        Assert.Empty(happened);
        Assert.Contains(free.Findings, found => found is { Check: "costly", Finding.Detail.Key: "doctor.check_left_out", Finding.State: HealthStatus.Healthy });
        Assert.Equal(0, free.ExitCode);
    }

    [Fact]
    public void Figures_and_pages_cannot_share_a_port() =>
        Assert.Contains("5080", Assert.Throws<SettingsException>(() => SettingsCheck.CheckAddresses("http://localhost:5080", "http://+:5080")).Message, StringComparison.Ordinal);

    private static Task<IReadOnlyList<Finding>> CheckAsync(TestDatabase test) =>
        new StorageCheck(test.Database, new DataFolder(Options.Create(new StorageOptions { File = test.Database.Engine.Place }))).CheckAsync(CancellationToken.None);

    private static async Task<Finding> FindPortAsync(int port, TcpListener? answering)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["urls"] = $"http://127.0.0.1:{port}" }).Build();
        var check = new PortCheck(configuration).CheckAsync(CancellationToken.None);
        if (answering is not null)
        {
            using var caller = await answering.AcceptTcpClientAsync();
            caller.GetStream().Write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"u8);
        }

        return Assert.Single(await check);
    }

    private static IAnsiConsole Plain(StringWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 200;
        return console;
    }

    private sealed class BrokenCheck : IDoctorCheck
    {
        public string Name => "broken";

        public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("secret");
    }

    private sealed class CostlyCheck(List<string> happened) : IDoctorCheck
    {
        public string Name => "costly";

        public Sentence? Cost => new("doctor.advisor_cost");

        public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
        {
            happened.Add("asked");
            return Task.FromResult<IReadOnlyList<Finding>>([Finding.Well("doctor.settings_well", ("version", "1"))]);
        }
    }
}
