using CohortBot.Chat;

namespace CohortBot.Commands;

/// <summary>A command. Its class is named after what is typed, and lives with the data that it shows or changes.</summary>
internal interface ICommand
{
    /// <summary>What is typed, and who may.</summary>
    CommandSpec Spec { get; }

    /// <summary>Runs it. Wrong input from the person is answered, or thrown as <see cref="CommandException"/>.</summary>
    Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken);

    /// <summary>Values that an option could take, for completion; the router filters by what was typed and cuts to 25 (Discord).</summary>
    Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Choice>>([]);
}
