using System.Globalization;
using CohortBot.Simulation;
using CohortBot.Texts;

namespace CohortBot.Cli;

/// <summary>Says on the terminal which day it is in the simulation; a file or another program is told nothing.</summary>
internal sealed class SimulationProgress(SimulationRequest request, Wording wording)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(request.Zone);
    private readonly bool _isShown = !Console.IsErrorRedirected;
    private DateOnly _day;
    private int _width;

    /// <summary>The time has moved.</summary>
    public void Show(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);
        if (!_isShown || day == _day)
            return;
        _day = day;
        var week = Math.Clamp(((day.DayNumber - request.From.DayNumber) / 7) + 1, 1, request.Weeks);
        Write(wording.Say("simulation.progress", ("week", week), ("weeks", request.Weeks), ("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }

    /// <summary>Takes the line away.</summary>
    public void End()
    {
        if (_isShown)
            Write("");
    }

    private void Write(string text)
    {
        Console.Error.Write($"\r{text.PadRight(_width)}{(text.Length == 0 ? "\r" : "")}");
        _width = text.Length;
    }
}
