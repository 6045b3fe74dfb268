using System.ComponentModel.DataAnnotations;
using System.Reflection;
using CohortBot.Commands;
using CohortBot.Storage;
using Microsoft.Extensions.Configuration.Json;

namespace CohortBot.Cli;

/// <summary>
/// Finds settings that no feature knows. Every class with a <c>Section</c> constant is a section, its properties are the keys; the
/// framework's own sections are let through.
/// </summary>
internal static class SettingsCheck
{
    // Where "dotnet user-secrets" keeps what it is given.
    private const string SecretsFile = "secrets.json";

    private static readonly string[] FrameworkSections = ["Logging", "AllowedHosts", "Urls", "Kestrel", "$schema"];

    /// <summary>Section by section the keys that exist.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Known { get; } = ReadKnown();

    /// <summary>The keys that hold a secret.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ReadKeys(attribute => attribute.DataType == DataType.Password);

    /// <summary>The keys that hold a secret only where a password stands in them.</summary>
    public static IReadOnlyList<string> Connections { get; } = ReadKeys(attribute => attribute.CustomDataType == PasswordInside.Connection);

    /// <summary>Checks the JSON files, and what the environment says about our sections.</summary>
    /// <exception cref="SettingsException">A key is not known, or a file holds a secret.</exception>
    public static void Check(IConfigurationRoot configuration)
    {
        var files = configuration.Providers.OfType<JsonConfigurationProvider>().ToList();
        var others = configuration.Providers.Where(provider => provider is not JsonConfigurationProvider);
        var faults = files.SelectMany(file => Keys(file, parent: null).SelectMany(section => CheckSection(file, section)))
            .Concat(files.Where(file => file.Source.Path != SecretsFile).SelectMany(SecretsIn))
            .Concat(others.SelectMany(provider => Known.Keys.SelectMany(section => CheckKeys(provider, section))))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (faults.Count > 0)
            throw new SettingsException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>Checks where the program is to listen: addresses with semicolons between them.</summary>
    /// <param name="addresses">Those of the pages.</param>
    /// <param name="operations">Those that answer figures and health alone.</param>
    /// <exception cref="SettingsException">One is no address, or is meant for both.</exception>
    public static void CheckAddresses(string addresses, string operations = "")
    {
        var pages = Ports(addresses);
        if (Ports(operations).FirstOrDefault(port => pages.Contains(port)) is var both && both > 0)
            throw new SettingsException($"Operations:Urls and Urls both name port {both}. Give figures and health a port of their own, such as http://localhost:9464.");
    }

    private static List<int> Ports(string addresses)
    {
        List<int> ports = [];
        foreach (var address in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                ports.Add(BindingAddress.Parse(address).Port);
            }
            catch (FormatException exception)
            {
                throw new SettingsException($"CohortBot cannot listen on '{address}'. Write an address such as http://localhost:5080. ({exception.Message})");
            }
        }

        return ports;
    }

    private static IEnumerable<string> CheckSection(JsonConfigurationProvider file, string section)
    {
        if (FrameworkSections.Contains(section, StringComparer.OrdinalIgnoreCase))
            return [];
        return Known.Keys.FirstOrDefault(known => known.Equals(section, StringComparison.OrdinalIgnoreCase)) is { } match
            ? CheckKeys(file, match)
            : [Unknown(section, Known.Keys, file)];
    }

    // Settings files are copied, backed up and shown to others; a secret in one does not stay one.
    private static IEnumerable<string> SecretsIn(JsonConfigurationProvider file) => Secrets
        .Where(secret => file.TryGet(secret, out var value) && !string.IsNullOrEmpty(value))
        .Concat(Connections.Where(connection => file.TryGet(connection, out var value) && PasswordInside.IsIn(value)))
        .Select(secret => $"{file.Source.Path} holds the secret '{secret}'. Take it out, make a new one, and give it by the environment ({Variable(secret)}) or by user-secrets.");

    private static string Variable(string key) => $"COHORTBOT_{key.Replace(":", "__", StringComparison.Ordinal)}";

    private static IEnumerable<string> CheckKeys(IConfigurationProvider provider, string section) =>
        Keys(provider, section)
            .Where(key => !Known[section].Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => Unknown($"{section}:{key}", Known[section].Select(known => $"{section}:{known}"), provider));

    private static IEnumerable<string> Keys(IConfigurationProvider provider, string? parent) =>
        provider.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase);

    private static string Unknown(string key, IEnumerable<string> known, IConfigurationProvider provider)
    {
        var where = provider is JsonConfigurationProvider file ? file.Source.Path : "The environment";
        var near = CommandCatalogue.Nearest(key, known);
        return near is null
            ? $"{where} has a setting '{key}' that does not exist. appsettings.example.json lists all of them."
            : $"{where} has a setting '{key}' that does not exist. Did you mean '{near}'?";
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadKnown() => Sections()
        .ToDictionary(options => options.Section, options => (IReadOnlyList<string>)[.. Keys(options.Type).Select(property => property.Name)], StringComparer.Ordinal);

    private static List<string> ReadKeys(Func<DataTypeAttribute, bool> isMeant) =>
    [
        .. from options in Sections()
           from property in Keys(options.Type)
           where property.GetCustomAttribute<DataTypeAttribute>() is { } attribute && isMeant(attribute)
           select $"{options.Section}:{property.Name}",
    ];

    private static IEnumerable<(Type Type, string Section)> Sections() =>
        from type in Assembly.GetExecutingAssembly().GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
        where section is not null
        select (type, section);

    private static IEnumerable<PropertyInfo> Keys(Type type) => type.GetProperties().Where(property => property.CanWrite);
}
