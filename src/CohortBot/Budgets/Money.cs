using System.Globalization;

namespace CohortBot.Budgets;

/// <summary>A sum of money that is written in the reader's own way: "$12.50", "12,50 $", "CHF 3.00".</summary>
/// <param name="Millionths">Millionths of the currency.</param>
/// <param name="Currency">The currency in three letters.</param>
internal readonly record struct Money(long Millionths, string Currency) : IFormattable
{
    private const int Scale = 1_000_000;

    /// <summary>Millionths of a currency.</summary>
    public static long ToMillionths(decimal amount) => (long)decimal.Round(amount * Scale);

    /// <summary>The sum in whole units of the currency.</summary>
    public decimal Amount => (decimal)Millionths / Scale;

    /// <summary>Two places, four below one unit; what is beyond them is left off, never rounded up.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var culture = formatProvider as CultureInfo ?? CultureInfo.InvariantCulture;
        var places = Millionths is > 0 and < Scale && Millionths % (Scale / 100) != 0 ? 4 : 2;
        var shift = places == 4 ? 10_000m : 100m;
        var numbers = (NumberFormatInfo)culture.NumberFormat.Clone();
        numbers.CurrencySymbol = SymbolOf(Currency);
        numbers.CurrencyDecimalDigits = places;
        // Letters stand apart from the number: pattern 2 is "$ n", 0 is "$n". https://learn.microsoft.com/dotnet/api/system.globalization.numberformatinfo.currencypositivepattern
        if (numbers.CurrencyPositivePattern == 0 && char.IsLetter(numbers.CurrencySymbol[0]))
            numbers.CurrencyPositivePattern = 2;
        return (decimal.Truncate(Amount * shift) / shift).ToString("C", numbers);
    }

    /// <inheritdoc/>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    private static string SymbolOf(string currency) => currency switch { "EUR" => "€", "USD" => "$", "GBP" => "£", _ => currency };
}
