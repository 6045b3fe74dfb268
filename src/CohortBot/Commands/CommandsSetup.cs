using CohortBot.Chat;
using CohortBot.Operations;

namespace CohortBot.Commands;

/// <summary>Registers the router; each feature adds its own commands with <see cref="AddCommand{T}"/>.</summary>
internal static class CommandsSetup
{
    /// <summary>Adds the catalogue, the router and help.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) =>
        services.AddCounters(CommandMeter.AtZero)
            .AddSingleton<CommandCatalogue>()
            .AddSingleton<CommandCaller>()
            .AddSingleton<CommandHelp>()
            .AddSingleton<IInteractions, CommandRouter>();

    /// <summary>Adds a command.</summary>
    public static IServiceCollection AddCommand<T>(this IServiceCollection services)
        where T : class, ICommand => services.AddSingleton<ICommand, T>();
}
