using System.Diagnostics;
using CohortBot.Chat;
using CohortBot.Operations;
using CohortBot.Storage;

namespace CohortBot.Commands;

/// <summary>From a line to an answer: finds the command, reads its options, asks the policy, runs it. A wrong line is answered in words.</summary>
internal sealed partial class CommandRouter(
    CommandCatalogue catalogue, CommandCaller caller, CommandHelp help, ILogger<CommandRouter> logger) : IInteractions
{
    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        using var span = Spans.Begin("command");
        var start = Meters.Now();
        var wording = caller.GuessWording(call);
        try
        {
            wording = await caller.FindWordingAsync(call, cancellationToken);
            var reply = await RouteAsync(call, cancellationToken);
            CommandMeter.Answered(CommandMeter.Outcome.Done, start);
            return reply;
        }
        catch (CommandException exception)
        {
            CommandMeter.Answered(CommandMeter.Outcome.Refused, start);
            span.Failed("refused");
            return new Reply(wording.Document(exception.Key, exception.Values));
        }
        catch (StorageException exception) when (exception.Fault != StorageFault.Unusable)
        {
            CommandMeter.Answered(CommandMeter.Outcome.Failed, start);
            span.Failed("database");
            return new Reply(wording.Document("commands.database")); // the database says it itself, once
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            CommandMeter.Answered(CommandMeter.Outcome.Failed, start);
            span.Failed("fault");
            LogFailed(exception, CommandPath(call), call.Place.Workspace);
            return new Reply(wording.Document("commands.failed"));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(CommandCall call, CancellationToken cancellationToken) =>
        await help.SuggestAsync(call, cancellationToken);

    private async Task<Reply> RouteAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var line = CommandLine.Read(call.Line);
        var words = line.Pieces.TakeWhile(piece => piece.Name is null).Select(piece => piece.Value.ToLowerInvariant()).ToArray();
        if (words.Length == 0)
            throw new CommandException("commands.empty");
        if (!catalogue.Words.Contains(words[0]))
            throw Unknown("commands.unknown_word", words[0], catalogue.Words);
        if (words.Length == 1 || words[1] == "help")
            return await help.ExplainAsync(call, words[0], words.ElementAtOrDefault(2), cancellationToken);

        var command = catalogue.Find($"{words[0]} {words[1]}") ?? throw UnknownSub(words[0], words[1]);
        var options = OptionReader.Read(command.Spec, line.Pieces.Skip(2), call.Fields);
        var context = await caller.ContextAsync(call, options, cancellationToken);
        if (context.Role < command.Spec.Needs)
            throw new CommandException("commands.not_allowed", ("command", command.Spec.Path), ("role", context.Wording.Say($"role.{command.Spec.Needs}")));
        OptionReader.Check(command.Spec, options);
        Activity.Current?.SetTag("command", command.Spec.Path);
        return await command.RunAsync(context, cancellationToken);
    }

    private CommandException UnknownSub(string word, string sub)
    {
        var known = catalogue.All.Where(command => command.Spec.Word == word && !command.Spec.IsHidden).Select(command => command.Spec.Path[(word.Length + 1)..]);
        return Unknown("commands.unknown_sub", sub, known, ("word", word));
    }

    private static CommandException Unknown(string key, string typed, IEnumerable<string> known, params (string, object?)[] more)
    {
        var near = CommandCatalogue.Nearest(typed, known);
        return new CommandException(near is null ? key : $"{key}_near", [("typed", typed), ("near", near), .. more]);
    }

    // Only what the catalogue knows: anything else that stands there are a person's words.
    private string CommandPath(CommandCall call)
    {
        var typed = string.Join(' ', CommandLine.Read(call.Line).Pieces.Take(2).Select(piece => piece.Value)).ToLowerInvariant();
        return catalogue.Find(typed)?.Spec.Path ?? "?";
    }

    [LoggerMessage(1401, LogLevel.Error, "The command {Path} failed in {Workspace}.")]
    private partial void LogFailed(Exception exception, string path, WorkspaceId workspace);
}
