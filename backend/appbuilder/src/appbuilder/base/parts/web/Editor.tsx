<<imports>>
<<new>>
<<edit>>
