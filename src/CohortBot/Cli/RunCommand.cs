using System.CommandLine;
using CohortBot.Operations;
using CohortBot.Texts;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace CohortBot.Cli;

/// <summary><c>cohortbot run</c>: starts the program and says what to open.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Wording wording)
    {
        var urls = UrlsOption(wording);
        var command = new Command("run", wording.Say("cli.run")) { urls };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(urls), wording, cancellationToken));
        return command;
    }

    /// <summary>Where the program listens.</summary>
    public static Option<string?> UrlsOption(Wording wording) => new("--urls") { Description = wording.Say("cli.run.urls") };

    /// <summary>Runs until it is stopped. A start that fails for a reason that a person can mend ends with that reason in words.</summary>
    public static async Task<int> RunAsync(string? urls, Wording wording, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = CohortBotHost.Build(urls);
            await StartAsync(app, cancellationToken);
            Welcome(app, wording);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception exception) when (StartFault.Explain(exception, wording) is { } explanation)
        {
            await Console.Error.WriteLineAsync(wording.Say("cli.cannot_start"));
            await Console.Error.WriteLineAsync(explanation);
            return 1;
        }
    }

    // What was started before the fault must end too: the scheduler's own thread would keep the program alive.
    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static void Welcome(WebApplication app, Wording wording)
    {
        var operations = app.Services.GetRequiredService<IOptions<OperationsOptions>>().Value.Ports.ToHashSet();
        var rows = app.Urls.Where(url => !operations.Contains(BindingAddress.Parse(url).Port)).Select(url => new Markup($"[bold]{Markup.Escape(url)}[/]"));
        AnsiConsole.Write(new Panel(new Rows([
            new Markup(Markup.Escape(wording.Say("cli.ready"))),
            .. rows,
            new Markup(Markup.Escape(wording.Say("cli.ready_next"))),
        ])).Header(" CohortBot ").RoundedBorder().Padding(2, 1));
    }
}
