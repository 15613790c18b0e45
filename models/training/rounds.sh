# The rounds that led to the networks in models/, in order; resume.sh runs them. A finished one is passed over.
# Two at a time, each on one core.
step "$python" -m genrefocus_training.train_deblur --steps 15000 --threads 1 &
step "$python" -m genrefocus_training.train_depth --steps 4000 --threads 1 &
wait
step "$python" -m genrefocus_training.export_deblur
step "$python" -m genrefocus_training.export depth
step "$python" -m genrefocus_training.train_subject --steps 2200
step "$python" -m genrefocus_training.export subject
step ./scenes.sh lenses 91
step ./pairs.sh bokeh 563
step "$python" -m genrefocus_training.train_bokeh --steps 26000
step "$python" -m genrefocus_training.export_bokeh
# What follows has not been run to its end: for the next networks.
step ./scenes.sh views 2500
step ./pairs.sh deblur 2
