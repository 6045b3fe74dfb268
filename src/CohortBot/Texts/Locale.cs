using System.Globalization;
using CohortBot.Storage;

namespace CohortBot.Texts;

/// <summary>A language that the program speaks, by its tag: <c>en</c>, <c>de</c>, or <c>qps-ploc</c>, the stretched English of the tests.</summary>
public readonly record struct Locale(string Value) : ITextId<Locale>
{
    /// <summary>English, the language that every text exists in.</summary>
    public static readonly Locale English = new("en");

    /// <summary>German.</summary>
    public static readonly Locale German = new("de");

    /// <summary>English with accents and padding: shows what is not in the catalogue and what breaks when texts grow.</summary>
    public static readonly Locale Pseudo = new("qps-ploc");

    /// <summary>The languages that a member can choose.</summary>
    public static readonly IReadOnlyList<Locale> Offered = [English, German];

    /// <summary>How dates and numbers are written.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Value switch { "de" => "de-DE", _ => "en-GB" });

    /// <inheritdoc/>
    public static Locale From(string value) => new(value);

    /// <summary>The offered language nearest to a platform's tag (<c>de-AT</c> → <c>de</c>), English where there is none.</summary>
    public static Locale Nearest(string? tag)
    {
        if (tag == Pseudo.Value)
            return Pseudo;
        var language = tag?.Split('-', '_')[0].ToLowerInvariant();
        return Offered.FirstOrDefault(offered => offered.Value == language, English);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
