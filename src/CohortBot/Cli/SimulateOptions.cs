using System.CommandLine;
using CohortBot.Texts;

namespace CohortBot.Cli;

/// <summary>What can be typed after <c>cohortbot simulate</c>.</summary>
internal sealed class SimulateOptions(Wording wording)
{
    /// <summary>How many people join.</summary>
    public Option<int> Members { get; } = new("--members") { Description = wording.Say("simulation.members"), DefaultValueFactory = _ => 30 };

    /// <summary>How many weeks pass.</summary>
    public Option<int> Weeks { get; } = new("--weeks") { Description = wording.Say("simulation.weeks"), DefaultValueFactory = _ => 8 };

    /// <summary>What chance follows from.</summary>
    public Option<long> Seed { get; } = new("--seed") { Description = wording.Say("simulation.seed"), DefaultValueFactory = _ => 7 };

    /// <summary>The course.</summary>
    public Option<string?> Course { get; } = new("--course") { Description = wording.Say("simulation.course") };

    /// <summary>Whose limits count.</summary>
    public Option<string> Platform { get; } = new("--platform") { Description = wording.Say("simulation.platform"), DefaultValueFactory = _ => "discord" };

    /// <summary>The first day.</summary>
    public Option<string> From { get; } = new("--from") { Description = wording.Say("simulation.from"), DefaultValueFactory = _ => "2027-03-01" };

    /// <summary>The zone.</summary>
    public Option<string> Zone { get; } = new("--zone") { Description = wording.Say("simulation.zone"), DefaultValueFactory = _ => "Europe/Berlin" };

    /// <summary>When lessons are posted.</summary>
    public Option<string> Plan { get; } = new("--plan") { Description = wording.Say("simulation.plan"), DefaultValueFactory = _ => "mon 09:00" };

    /// <summary>The country of the holidays.</summary>
    public Option<string> Holidays { get; } = new("--holidays") { Description = wording.Say("simulation.holidays"), DefaultValueFactory = _ => "de" };

    /// <summary>Bad weeks.</summary>
    public Option<bool> Chaos { get; } = new("--chaos") { Description = wording.Say("simulation.chaos") };

    /// <summary>The report as JSON.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = wording.Say("simulation.json") };

    /// <summary>The folder that keeps the database.</summary>
    public Option<string?> Keep { get; } = new("--keep") { Description = wording.Say("simulation.keep") };

    /// <summary>The report's language.</summary>
    public Option<string> Language { get; } = new("--language") { Description = wording.Say("simulation.language"), DefaultValueFactory = _ => Locale.English.Value };

    /// <summary>The report's width.</summary>
    public Option<int?> Width { get; } = new("--width") { Description = wording.Say("simulation.width") };

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [Members, Weeks, Seed, Course, Platform, From, Zone, Plan, Holidays, Chaos, Json, Keep, Language, Width];
}
