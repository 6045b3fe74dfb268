namespace CohortBot.Simulation;

/// <summary>What happened and stands in no table of the program, in the order of its hours.</summary>
internal sealed class Notes
{
    private readonly Lock _gate = new();
    private readonly List<Note> _notes = [];

    /// <summary>All notes, earliest first.</summary>
    public IReadOnlyList<Note> All
    {
        get
        {
            lock (_gate)
                return [.. _notes.OrderBy(note => note.At).ThenBy(note => note.Kind, StringComparer.Ordinal)];
        }
    }

    /// <summary>Takes a note.</summary>
    public void Add(Note note)
    {
        lock (_gate)
            _notes.Add(note);
    }
}

/// <summary>Something that happened.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What: its text is <c>simulation.note_KIND</c>.</param>
/// <param name="Subject">Whom or what it was about, or empty.</param>
/// <param name="Amount">How much: minutes, days or calls, whatever its text says.</param>
internal sealed record Note(DateTimeOffset At, string Kind, string Subject = "", int Amount = 0);
