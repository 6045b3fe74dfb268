using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot;

/// <summary>Puts the program together: one line for each feature.</summary>
internal static class CohortBotHost
{
    /// <summary>Builds the web application with everything registered; nothing has started.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        AddFeatures(builder.Services);
        return builder.Build();
    }

    /// <summary>Registers every feature; tests replace single ones.</summary>
    public static void AddFeatures(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<TextCatalogue>();
        services.AddSingleton<Chats>();
        services.AddStorage();
        services.AddAccess();
        services.AddCommands();
    }
}
