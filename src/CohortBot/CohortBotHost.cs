using CohortBot.Access;
using CohortBot.Advisors;
using CohortBot.Advisors.Safety;
using CohortBot.Budgets;
using CohortBot.Chat;
using CohortBot.Chat.Sending;
using CohortBot.Cli;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Guides;
using CohortBot.Labs;
using CohortBot.Lessons;
using CohortBot.Operations;
using CohortBot.Operations.Telemetry;
using CohortBot.Privacy;
using CohortBot.Reports;
using CohortBot.Schedule;
using CohortBot.Storage;
using CohortBot.Texts;
using CohortBot.Web;
using CohortBot.Web.Demo;
using CohortBot.Web.Health;
using Microsoft.Extensions.Options;

namespace CohortBot;

/// <summary>Puts the program together: one line for each feature.</summary>
internal static class CohortBotHost
{
    /// <summary>Where the program listens when nobody says otherwise.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Builds the program with everything registered; nothing has started.</summary>
    /// <param name="urls">Where to listen; null means ASPNETCORE_URLS or the settings, else <see cref="DefaultUrl"/>.</param>
    /// <param name="change">What a test replaces.</param>
    /// <exception cref="SettingsException">The settings name something that does not exist.</exception>
    /// <exception cref="OptionsValidationException">A setting is out of its range; several come as an <see cref="AggregateException"/>.</exception>
    public static WebApplication Build(string? urls, Action<WebApplicationBuilder>? change = null)
    {
        // Pages and scripts lie beside the program; settings, data and courses are looked for where it was started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = Directory.GetCurrentDirectory(),
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Configuration.AddUserSecrets(typeof(CohortBotHost).Assembly, optional: true, reloadOnChange: false).AddEnvironmentVariables("COHORTBOT_");
        SettingsCheck.Check(builder.Configuration);
        builder.AddLogs();
        AddFeatures(builder.Services);
        change?.Invoke(builder);
        Listen(builder, urls);
        var app = builder.Build();
        app.Services.GetService<IStartupValidator>()?.Validate();
        app.MapOperations();
        app.MapLocal();
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, string? urls)
    {
        var addresses = urls ?? builder.Configuration["Urls"] ?? DefaultUrl;
        var operations = builder.Configuration[$"{OperationsOptions.Section}:{nameof(OperationsOptions.Urls)}"] ?? "";
        SettingsCheck.CheckAddresses(addresses, operations);
        builder.WebHost.UseUrls($"{addresses};{operations}");
    }

    /// <summary>Registers every feature; tests replace single ones.</summary>
    public static void AddFeatures(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddOperations();
        services.AddSingleton<TextCatalogue>();
        services.AddSingleton<Chats>();
        services.AddStorage();
        services.AddPrivacy();
        services.AddLocal();
        services.AddSchedule();
        services.AddSending();
        services.AddAccess();
        services.AddCommands();
        services.AddCourses();
        services.AddGuides();
        services.AddCohorts();
        services.AddAdvisors();
        services.AddSafety();
        services.AddExchanges();
        services.AddBudgets();
        services.AddLabs();
        services.AddLessons();
        services.AddReports();
        services.AddDemo();
        services.AddDoctorAndHealth<ClockCheck>("clock").AddDoctorCheck<PortCheck>().AddDoctorCheck<CollectorCheck>();
    }
}
