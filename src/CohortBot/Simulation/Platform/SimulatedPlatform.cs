using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Chat.Rendering;

namespace CohortBot.Simulation.Platform;

/// <summary>A platform that goes on while the program is stopped.</summary>
/// <param name="rules">Its limits.</param>
/// <param name="weather">Its bad hours.</param>
internal sealed class SimulatedPlatform(MessagePreview rules, PlatformWeather weather)
{
    /// <summary>What it can carry.</summary>
    public MessagePreview Rules => rules;

    /// <summary>Its bad hours.</summary>
    public PlatformWeather Weather => weather;

    /// <summary>What it got, against its limits.</summary>
    public LimitWatch Limits { get; } = new(rules);

    /// <summary>What a program that starts talks to.</summary>
    public IChat Open(LocalChat local) => new SimulatedChat(local, this);
}
