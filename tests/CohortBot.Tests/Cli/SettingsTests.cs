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
