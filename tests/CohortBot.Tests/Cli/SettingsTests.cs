using System.Globalization;
using System.Reflection;
using CohortBot.Cli;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CohortBot.Tests.Cli;

public sealed class SettingsTests
{
    private static readonly string Example = Path.Combine(Repository.Root, "appsettings.example.json");

    [Fact]
    public void The_example_holds_every_setting_with_its_default()
    {
        var example = new ConfigurationBuilder().AddJsonFile(Example).Build();
        foreach (var (section, type) in OptionClasses())
        {
            var defaults = Activator.CreateInstance(type)!;
            foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            {
                Assert.True(example.GetSection(section).GetChildren().Any(child => child.Key == property.Name), $"The example lacks {section}:{property.Name}.");
                if (property.PropertyType.IsValueType || property.PropertyType == typeof(string))
                    Assert.Equal(Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture) ?? "", example[$"{section}:{property.Name}"] ?? "", ignoreCase: true);
            }
        }
    }

    [Fact]
    public void The_example_passes_its_own_check() =>
        SettingsCheck.Check(new ConfigurationBuilder().AddJsonFile(Example).Build());

    [Fact]
    public void An_unknown_key_is_named_with_the_nearest_known_one()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{ "Storage": { "Fiel": "x.db" }, "Stroage": {} }""");
        var fault = Assert.Throws<SettingsException>(() => SettingsCheck.Check(new ConfigurationBuilder().AddJsonFile(file).Build()));
        Assert.Contains("'Storage:Fiel' that does not exist. Did you mean 'Storage:File'?", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Storage'?", fault.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void A_settings_file_with_a_key_in_it_is_refused_without_repeating_the_key()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{ "Advisor": { "ApiKey": "sk-very-secret" } }""");
        var fault = Assert.Throws<SettingsException>(() => SettingsCheck.Check(new ConfigurationBuilder().AddJsonFile(file).Build()));
        Assert.Contains("holds the secret 'Advisor:ApiKey'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("COHORTBOT_Advisor__ApiKey", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", fault.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("Host=db.example;Database=cohortbot;Username=cohortbot;Password=very-secret", true)]
    [InlineData("host=db.example; pwd = very-secret", true)]
    [InlineData("Host=db.example;PSW=very-secret;Database=cohortbot", true)]
    [InlineData("Host=db.example;SSL Key=client.key;SSL Password=very-secret", true)]
    [InlineData("postgres://cohortbot:very-secret@db.example/cohortbot", true)]
    [InlineData("Host=/var/run/postgresql;Database=cohortbot;Username=cohortbot", false)]
    [InlineData("Host=db.example;Database=cohortbot;Passfile=/etc/cohortbot/pgpass;Password=", false)]
    [InlineData("Host=db.example:5433;Database=passwords;Username=pwd", false)]
    public void A_connection_string_may_stand_in_a_file_as_long_as_it_has_no_password(string connection, bool isRefused)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, System.Text.Json.JsonSerializer.Serialize(new { Storage = new { ConnectionString = connection } }));
        var fault = Record.Exception(() => SettingsCheck.Check(new ConfigurationBuilder().AddJsonFile(file).Build()));
        Assert.Equal(isRefused, fault is SettingsException);
        Assert.Equal(isRefused, fault?.Message.Contains("holds the secret 'Storage:ConnectionString'", StringComparison.Ordinal) ?? false);
        Assert.DoesNotContain("very-secret", fault?.Message ?? "", StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void The_headers_for_a_collector_are_a_secret() => Assert.Equal(["Advisor:ApiKey", "Telemetry:Headers"], SettingsCheck.Secrets.Order(StringComparer.Ordinal));

    [Fact]
    public void A_key_from_the_environment_or_from_user_secrets_is_welcome()
    {
        var folder = Directory.CreateTempSubdirectory("cohortbot-secrets-").FullName;
        File.WriteAllText(Path.Combine(folder, "secrets.json"), """{ "Advisor:ApiKey": "sk-very-secret" }""");
        SettingsCheck.Check(new ConfigurationBuilder()
            .AddJsonFile(new Microsoft.Extensions.FileProviders.PhysicalFileProvider(folder), "secrets.json", optional: false, reloadOnChange: false)
            .AddInMemoryCollection([new("Advisor:ApiKey", "sk-very-secret")]).Build());
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("OpenAI", null, null, "Advisor:Model is missing")]
    [InlineData("OpenAI", "gpt", null, "Advisor:ApiKey is missing")]
    [InlineData("Anthropic", "claude", "http://localhost:1", "Advisor:ApiKey is missing")]
    [InlineData("OpenAI", "gpt", "localhost:11434", "Advisor:BaseUrl must be")]
    [InlineData("OpenAI", "gpt", "https://name:password@host/v1", "Advisor:BaseUrl must be")]
    [InlineData("OpenAI", "gpt", "https://host/v1?key=secret", "Advisor:BaseUrl must be")]
    public void A_provider_that_lacks_something_stops_the_start_with_what_to_set(string provider, string? model, string? address, string says)
    {
        var fault = Assert.ThrowsAny<Exception>(() => TestProgram.Create(builder =>
        {
            builder.Configuration["Advisor:Provider"] = provider;
            (builder.Configuration["Advisor:Model"], builder.Configuration["Advisor:BaseUrl"]) = (model, address);
        }));
        Assert.Contains(says, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("password@", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_of_ones_own_needs_no_key()
    {
        using var program = TestProgram.Create(builder =>
        {
            (builder.Configuration["Advisor:Provider"], builder.Configuration["Advisor:Model"]) = ("OpenAI", "llama");
            builder.Configuration["Advisor:BaseUrl"] = "http://localhost:11434/v1";
        });
        Assert.NotNull(program.Services);
    }

    [Fact]
    public void A_setting_out_of_range_stops_the_start()
    {
        var fault = Assert.ThrowsAny<Exception>(() => TestProgram.Create(builder => builder.Configuration["Storage:BusyTimeoutSeconds"] = "99"));
        Assert.True(fault is OptionsValidationException or AggregateException { InnerException: OptionsValidationException }, fault.ToString());
    }

    [Fact]
    public void An_address_that_is_none_is_named() =>
        Assert.Contains("'nonsense'", Assert.Throws<SettingsException>(() => SettingsCheck.CheckAddresses("http://localhost:5080; nonsense")).Message, StringComparison.Ordinal);

    private static IEnumerable<(string Section, Type Type)> OptionClasses() =>
        from type in typeof(SettingsCheck).Assembly.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
        where section is not null
        select (section, type);
}
