using CohortBot.Budgets;
using Microsoft.Extensions.Options;

namespace CohortBot.Tests.Budgets;

public sealed class PricesTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("small-2026", 2)]
    [InlineData("SMALL", 2)]
    [InlineData("small-vision-1", 3)]
    [InlineData("other", 9)]
    public void The_longest_name_that_fits_counts(string model, int input)
    {
        var table = Table([Price("small*", 2), Price("small-vision*", 3)], new ModelPrice { Input = 9 });
        Assert.Equal(input, table.Find(model, Now)!.Input);
    }

    [Fact]
    public void A_price_counts_from_its_day_on()
    {
        var table = Table([Price("m", 1), Price("m", 2, new DateOnly(2026, 12, 1)), Price("m", 3, new DateOnly(2026, 12, 2))]);
        Assert.Equal(1, table.Find("m", Now.AddDays(-1))!.Input);
        Assert.Equal(2, table.Find("m", Now)!.Input);
        Assert.Equal(3, table.Find("m", Now.AddDays(1))!.Input);
    }

    [Fact]
    public void A_model_that_the_table_does_not_know_has_no_price() => Assert.Null(Table([Price("m", 1)]).Find("n", Now));

    [Fact]
    public void What_the_provider_had_kept_is_cheaper_and_part_of_what_was_read()
    {
        var price = new ModelPrice { Input = 2, CachedInput = 0.5m, Output = 8 };
        Assert.Equal(600 * 2 + 400 / 2 + 100 * 8, price.CostOf(new TokenCount(1000, 400, 100)));
        Assert.Equal(1000 / 2, price.CostOf(new TokenCount(1000, 5000, 0)));
        Assert.Equal(2000, new ModelPrice { Input = 2 }.CostOf(new TokenCount(1000, 400, 0)));
    }

    [Fact]
    public void A_fraction_is_never_charged() => Assert.Equal(0, new ModelPrice { Input = 0.15m }.CostOf(new TokenCount(6, 0, 0)));

    [Fact]
    public void Before_the_first_call_the_dearest_price_of_the_day_is_reckoned_with()
    {
        var table = Table([Price("m", 1), Price("n", 5), Price("o", 50, new DateOnly(2027, 1, 1))]);
        Assert.Equal(500, table.DearestOf(new TokenCount(100, 0, 0), Now));
        Assert.Equal(0, Table([]).DearestOf(new TokenCount(100, 0, 0), Now));
    }

    [Theory]
    [InlineData(12_500_000, "USD", "en-GB", "$12.50")]
    [InlineData(12_500_000, "EUR", "de-DE", "12,50 €")]
    [InlineData(1_234_567_890, "EUR", "de-DE", "1.234,56 €")]
    [InlineData(3_000_000, "CHF", "en-GB", "CHF 3.00")]
    [InlineData(3_450, "USD", "en-GB", "$0.0034")]
    [InlineData(999_999, "USD", "en-GB", "$0.9999")]
    [InlineData(500_000, "USD", "en-GB", "$0.50")]
    [InlineData(0, "USD", "en-GB", "$0.00")]
    public void Money_is_written_in_the_readers_way_and_never_rounded_up(long millionths, string currency, string culture, string written) =>
        Assert.Equal(written, new Money(millionths, currency).ToString(null, System.Globalization.CultureInfo.GetCultureInfo(culture)).Replace('\u00a0', ' '));

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(2, 750)]
    [InlineData(3, 500)]
    [InlineData(5, 300)]
    [InlineData(30, 250)]
    public void A_members_part_of_the_week_is_a_quarter_or_one_and_a_half_equal_parts(int members, long part)
    {
        Assert.Equal(new Limit(null, part), FairShare.Of(new Limit(null, 1000), members, percent: 25));
        Assert.True(part * members >= 1000, "All of the week can be used.");
    }

    private static PriceTable Table(ModelPrice[] prices, ModelPrice? unknown = null) =>
        new(Options.Create(new BudgetOptions { Prices = prices, UnknownModel = unknown }));

    private static ModelPrice Price(string model, decimal input, DateOnly? from = null) => new() { Model = model, Input = input, ValidFrom = from };
}
