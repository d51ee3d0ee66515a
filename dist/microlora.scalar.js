/* microlora 0.1.0, MIT OR Apache-2.0 */
import{wasm as t}from"./microlora.scalar-wasm.js"
var e=t,r={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},s=4294967295,o=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[o]:super[Symbol.hasInstance](e)}get[o](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r
})
this.name="LoraError"
this.code=t}}
function i(t,e,r){throw new LoraError(t,e,r)}var a={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out"}
function n(t,e){const s=Object.keys(r),[o]=s.filter(e=>r[e]===t)
i(o,`${e}: ${a[o]??o}`)}var h=/* @__PURE__ */new Map([["mse",0],["huber",1],["cosine",2]]),c=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),u={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...c.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},d=Object.fromEntries([...c.keys(),"betas"].map(t=>[t,void 0])),l=/* @__PURE__ */new Map([["sgd",0],["momentum",1],["adam",2],["adamw",3],["preconditioned",4]]),m={sgd:t=>Math.min(.02,5.12/t),momentum:t=>Math.min(.002,.512/t),adam:t=>Math.min(.003,.1/t),adamw:t=>Math.min(.003,.1/t),preconditioned:()=>.5},p=t=>t.length>80?`${t.slice(0,79)}…`:t,f=t=>p(JSON.stringify(t))
function g(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const a=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(a,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function _(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=g(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${p(s)}?)`}var y=t=>Object.prototype.toString.call(t).slice(8,-1),b=t=>"string"==typeof t?f(t):p(Object(t)===t?y(t):String(t)),w=(t,e,r,s="LORA_E_TYPE")=>i(s,`${t} must be ${e}, got ${b(r)}`)
function O(t,e,r){const s=v(t,e)
s!==r&&i("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function A(t,e,r,s){const o=v(t,e),a=o/r;(!Number.isInteger(a)||a<1||a>s)&&i("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers ({ batch: ${s} } when it was created), got ${o} numbers`)
return a}function v(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===y(e))||w(t,"a Float32Array",e)
return e.length}function E(t,e){"number"!=typeof e&&w(t,"a number",e)
Number.isFinite(Math.fround(e))||i("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function R(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&w(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&i(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function L(t,e){const r=E(t,e)
r<0&&i("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function k(t,e){const r=E(t,e)
r>0||i("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}function S(t){const e=E("share",t)
e>=0&&e<=1||i("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function j(t,e,r){const s=r.indexOf(e)
s<0&&i("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${b(e)}`+_(e,r))
return s}function I(t,e,r){const s=[...r.keys()]
return r.get(s[j(t,e,s)])}function N(t,e){"boolean"!=typeof e&&w(t,"true or false",e)
return e}function M(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function $(t,e,r){M(e)||w(`${t}: the argument`,"an object of options",e)
const s={...r}
for(const[o,a]of Object.entries(e)){Object.hasOwn(r,o)||i("LORA_E_OPTION",`${t} has no option ${p(o)}${_(o,Object.keys(r))}; it has `+Object.keys(r).join(", "))
void 0!==a&&(s[o]=a)}return s}var F,x=/* @__PURE__ */Symbol.for("microlora 0.1.0"),P=globalThis
function T(t){const e=t?.[x]
"function"==typeof e&&e()
const r=F
F=void 0
return r}var B=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,x,{value:e=>{void 0===e?F=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:T(t)??w("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return T(this)?.h??"Object"}toJSON(){return W(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=T(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.h} ${r(s.l(),e)}`}}
function C(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:W}=B
function z(t,e,r,s,o){const a=T(r)
if(a instanceof s)return a
void 0===a&&void 0!==function(t){let e
const r=t?.[x]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&i(o??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return w(t,e,r,o)}var D=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),H=class extends B{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[D],configurable:!0})}free(){W(this).v()}[D](){this.free()}},G=[1,2,3,4,5],U=[[1,0,2,0,-1],[0,1,0,-2,1]],J=[[1,2,0,0,4],[0,2,4,0,-2]],q=[1,0,-1,2,.5],Y=[2,3,1,4,10],V=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],Q=/* @__PURE__ */new Map
function X(t,e){Q.set(t,e)
return t}var K,Z,tt=4293918720,et="this is not the microlora.wasm of this release: take the one beside this script",rt=(t=16777216)=>R("memory (bytes)",t,131072,tt),st=class{h="Engine"
ia=Q
f=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
4!==e.lora_version?.()&&i("LORA_E_MODULE",et)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.w()}}w(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&i("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.p()}p(){const t=this.b
this.f=this.o(t.lora_transfer(),t.lora_transfer_size())}},ot=W,Engine=class extends B{constructor(t,e){const r=new st(t)
r.G(e)
super(r)
this.simd=r.F
C(this)}get memory(){return ot(this).E}get memoryUsage(){return ot(this).w()}grow(t){ot(this).G(R("grow: bytes",t,1,tt))}},it=t=>function(t){const{b:e,f:r}=t,s=e.lora_create(5,5,U.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(G)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[U,J].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(Y)
r.set(q)
e.lora_adapt(s,0,1,1)
const a=o(V)
e.lora_free(s)
return i&&a}(ot(t)),at="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",nt=t=>"WebAssembly.Module"===y(t)
function ht(t){const e=$("init",void 0===t||M(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&i("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:rt(e.memory),simd:void 0===e.simd?void 0:N("simd",e.simd)}}function ct(){"object"!=typeof WebAssembly&&i("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function ut(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&i("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&i("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||nt(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":et:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
i("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function dt(t){if(nt(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===y(t))(t))return t
i("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${y(t)}`)}async function lt(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function mt(t){const e=nt(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function pt(t){if(void 0!==t.simd&&!1!==t.simd)return
const r=e()
return nt(r)||WebAssembly.validate(r)?r:void 0}var ft=(t,e)=>new Engine(t,rt(e.memory))
function gt(t,e){const r=ft(t,e)
it(r)||i("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&i("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function _t(t){ct()
let r
try{if(void 0!==t.module){r=await async function(t){let e=await t;/^(String|URL|Request)$/.test(y(e))&&(e=await fetch(e))
if("Response"===y(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||i("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return dt(e)}(t.module)
return gt(await lt(r),t)}const s=pt(t)
if(void 0!==s){const e=ft(await lt(s),t)
if(it(e))return e}!0===t.simd&&i("LORA_E_SIMD",at)
const o=await(async()=>e())().catch(t=>i("LORA_E_SIMD",at,t)),a=ft(await lt(o),t)
it(a)||i("LORA_E_MODULE","WebAssembly computes wrongly here")
return a}catch(e){return ut(e,t,r)}}function yt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&i("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}function bt(t){void 0===K&&function(t){Reflect.defineProperty(P,x,{value:t,configurable:!0})}(K=t)
return K}async function wt(t){const e=ht(t)
if(void 0===K){Z??=_t(e).then(bt).finally(()=>Z=void 0)
await Z}return yt(K,e)}function Ot(t){const e=ht(t)
return void 0!==K?yt(K,e):bt(function(t){ct()
let e
try{if(void 0!==t.module){e=dt(t.module)
return gt(mt(e),t)}const r=pt(t)
if(void 0!==r){const e=ft(mt(r),t)
if(it(e))return e}return i("LORA_E_SIMD",at)}catch(r){return ut(r,t,e)}}(e))}async function At(t){return _t(ht(t))}function vt(t,e,...s){const o=t.b[e](...s)
o===r.LORA_E_MEMORY&&i("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.w().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
o<0&&n(o,e)
t.p()
return o}var Et=class{h
c
d=0
constructor(t,e){this.h=t
this.c=void 0!==(r=e)?z("engine","one of init or createEngine",r,st,"LORA_E_OPTION"):W(K??i("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}H(t,...e){this.d=vt(this.c,t,...e)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?n(r,t):r}j(){0===this.d&&n(r.LORA_E_HANDLE,"after free()")}v(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.k(),...0===this.d?{freed:!0}:this.q()}}k(){return{}}q(){return{}}},Rt=["A","B"],Lt=(t,e)=>R(t,e,1,16384,"LORA_E_SHAPE"),kt=class extends Et{constructor(t,e,r,o){super(t,e.engine)
this._=e.engine
this.$=r
this.m=r+o
const{dim:a}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===a?2:0)&&i("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===a?Lt("in",e.in):Lt("dim",a),h=void 0===a?Lt("out",e.out):n,c=R("rank",e.rank,1,64,"LORA_E_SHAPE"),u=E("alpha",e.alpha),p=R("batch",e.batch,1,1024),f=I("optimizer",e.optimizer,l),g=e.optimizer,_=R("seed",e.seed,0,2**32-1),y=N("sharedIO",e.sharedIO),b=void 0!==a
this.H("lora_create",n,h,c,u,void 0===e.learningRate?((t,e)=>m[t](e))(g,n):L("learningRate",e.learningRate),f,_,(b?1:0)+(y?2:0),r,o,p)
this.dim=n
this.in=n
this.out=h
this.rank=c
this.alpha=u
this.batch=p
this.seed=_
this.sharedIO=y
this.residual=b
this.optimizer=g
try{this.r(s,function(t){const e=Object.fromEntries(Object.keys(d).map(e=>[e,t[e]]))
"adamw"===t.optimizer&&(e.weightDecay??=.01)
return e}(e))}catch(t){this.v()
throw t}}g(t){return t}n(t,e,...r){return this.a(t,this.g(e),...r)}k(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}r(t,e){for(const[s,o,a]of function(t){const e=$("options",t,d),r=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||w("betas","an array of two numbers",e.betas)
const[t,s]=e.betas.map(t=>L("betas",t))
t<1&&s<1&&t**2<s||i("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
r.push(["betas",4,0],["betas",5,s],["betas",4,t])}for(const[t,s]of c)void 0!==e[t]&&r.push([t,s,L(t,e[t])])
return r}(e)){const e=this.c.b.lora_set_option(this.d,t,o,a)
e===r.LORA_E_RANGE&&i("LORA_E_RANGE",`${s} is out of its range, got ${a}; see the types`)
e<0&&n(e,s)}}I(t){const e=this.g(t),[r,s]=Rt.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.f.subarray(0,s),t*s)}return o})
return{A:r,B:s}}J(t,e){const r=this.g(t),{A:s,B:o}=$("setWeights",e,{A:void 0,B:void 0})
O("setWeights: A (rank, in)",s,this.rank*this.in)
O("setWeights: B (rank, out)",o,this.rank*this.out)
const{b:i,f:a}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let h=0;h<this.rank;h++){a.set(e.subarray(h*o,(h+1)*o))
const c=t?i.lora_write_row(this.d,r,s,h):i.lora_check(o)
c<0&&n(c,"setWeights")}})}},St=["sum","mean"],jt={loss:"mse",delta:1,reduction:"sum"},It=class extends kt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
s=this.input
t=1
K(){this.j()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}L(t,e,r){const s=this.g(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){O("forward: x",e,this.in)
void 0!==r&&O("forward: out",r,this.out)
o.f.set(e)
i=1}const a=o.b.lora_forward(this.d,s,1,i)
a<0&&this.i(a,"forward",s)
if(void 0!==e){this.K()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}M(t,e){const r=this.g(t),s=this.c
let o=0
if(void 0!==e){O("adapt: gradient",e,this.out)
s.f.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.i(i,"adapt",r)}N(t,e=this.batch,r){const s=this.g(t),o=this.c,i="number"==typeof e,a=i?R("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):A("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&O("forwardBatch: out",r,a*this.out)
i||o.f.set(e)
const n=o.b.lora_forward(this.d,s,a,i?0:1)
n<0&&this.i(n,"forwardBatch",s)
this.t=a
if(i&&void 0===r)return
const h=this.aa(a)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}aa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.s.length===s&&this.s.byteOffset===r||(this.s=e.o(r,s))
return this.s}O(t,e){const r=this.g(t),s=this.c
let o=this.t
if(void 0!==e){o=A("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.i(i,"adaptBatch",r)}z(t,e,r,s,o){const a=this.g(t),n=this.c
let c=0,u=1,d=0
if(void 0!==o){const t=$("learn",o,jt)
c=I("loss",t.loss,h)
d=j("reduction",t.reduction,St)
u=k("delta",t.delta)
1===d&&2===c&&i("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}O("learn: x",e,s*this.in)
O("learn: target",r,s*this.out)
n.f.set(e)
n.f.set(r,e.length)
const l=n.b.lora_learn(this.d,a,s,c,u,d)
l<-1&&this.i(l,"learn",a)
this.t=s
return l}P(t,e,r,s){const o=A("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}Q(t,e){const r=this.g(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,E("reward",e))
i<0&&this.i(i,"adaptWithReward",r)}i(t,e,s){if(t===r.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&i("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}n(t,e)}},Nt=t=>R("rank",t,1,64,"LORA_E_SHAPE")
function Mt(t,e,r,s){const[{adapters:o}]=t
for(const{adapters:e}of t){e.j()
e.c!==o.c&&i("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===o.in&&e.out===o.out&&e.m===o.m||i("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")}const a=o.R({rank:e}),n={adapter:a,keptEnergy:1,foldError:0}
try{const e=W(a)
e.ba(o)
for(let i=0;i<o.m;i++){const o=t.filter(({adapters:t})=>t.ca(i))
o.length>0&&$t(o,e,i,Number(r),s,n)}}catch(t){a.free()
throw t}return n}function $t(t,e,r,s,o,i){const a=e.c,h=a.b,c=t.map(({adapters:t})=>t.rank),u=c.reduce((t,e)=>t+e,0),d=2*Math.max(...c),l=Math.max(Math.min(u,Math.max(128,4*e.rank)),d),m=vt(a,"lora_sum_create",e.in,e.out,l)
try{for(const{adapters:e,weight:s}of t){const t=h.lora_sum_add(m,e.d,r,s)
t<0&&n(t,"sum")}const a=h.lora_sum_take(m,e.d,r,s,o)
a<0&&n(a,"sum")
i.keptEnergy=Math.min(i.keptEnergy,h.lora_sum_kept(m))
i.foldError=Math.max(i.foldError,h.lora_sum_lost(m))}finally{h.lora_free(m)}}var Ft=class t extends It{R(t){return new(Q.get(this.h))({...this.k(),engine:this._,...t})}S(t){const e=e=>this.n("option",t,e)
return{...Object.fromEntries([...c].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}ba(t){const{b:e}=this.c
for(let r=0;r<this.m;r++){const s=(s,o=t.a("option",r,s))=>{const i=e.lora_set_option(this.d,r,s,o)
i<0&&n(i,"options")}
s(4,0)
s(5)
for(const t of c.values())s(t)}}ca(t){if(1===this.m||t>=this.$)return!0
this.a("read_numbers",t)
const e=this.c
e.p()
return 1===new Float64Array(e.f.buffer,e.f.byteOffset)[4]}T(e,r){const s=z(r,"an adapter like this one",e,t)
this.j()
s.j()
s.c!==this.c&&i("LORA_E_OPTION",`${r}: the two are in different engines`)
return s}da(){this.j()
const t=this.R({})
try{W(t).a("copy",this.d,1)}catch(e){t.free()
throw e}return t}ea(t){const e=this.T(t,"copyFrom"),s=this.c.b.lora_copy(this.d,e.d,0)
s===r.LORA_E_SHAPE&&i("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer or scopes differ; setWeights takes weights alone")
s<0&&n(s,"copyFrom")}fa(t){return Mt([{adapters:this,weight:1}],Nt(t),!1,0).adapter}ga(t,e={}){const r=this.T(t,"update"),{rank:s,maxNorm:o}=$("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return Mt([{adapters:this,weight:1},{adapters:r,weight:-1}],Nt(s),!1,L("update: maxNorm",o))}U(t,e,r){const s=this.g(t),{b:o,f:i}=this.c,a=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=a.subarray(t*this.in,(t+1)*this.in)
i.set(e)
const h=o.lora_merge_row(this.d,s,t,r)
h<0&&n(h,"merge")
e.set(i.subarray(0,this.in))}return a}u(t,e,r){O("W (out, in)",e,this.out*this.in)
e.set(this.U(t,e,r))
return e}V(t){return this.U(t,new Float32Array(this.out*this.in),1)}},xt={temperature:void 0,margin:void 0},Pt=class extends Ft{C(t,e,r,s,o,a={}){const h=this.g(t),c=this.c,{temperature:u,margin:d}=$("contrast",a,xt)
void 0!==u&&void 0!==d&&i("LORA_E_OPTION","contrast: give temperature (InfoNCE) or margin (triplet), not both")
O("contrast: query",e,o*this.in)
O("contrast: positive",r,o*this.out)
const l=o+(void 0===s?0:A("contrast: negatives",s,this.out,65536-o))
l<2&&i("LORA_E_SHAPE","contrast: give at least one negative")
const m=c.b.lora_reserve(this.d,o,l)
m<0&&n(m,"contrast")
c.p()
const p=c.f
p.set(e)
p.set(r,e.length)
void 0!==s&&p.set(s,e.length+r.length)
const f=c.b.lora_contrast(this.d,h,o,l,void 0!==d?1:0,void 0!==d?k("margin",d):k("temperature",u??.07))
f<-1&&this.i(f,"contrast",h)
this.t=o
return f}W(t,e,r,s,o){const i=A("contrastBatch: queries",e,this.in,this.batch)
return this.C(t,e,r,s,i,o)}X(t,e){const r=this.g(t),s=this.c
if(void 0!==e){O("accumulate: gradient",e,this.out)
s.f.set(e)}const o=s.b.lora_accumulate(this.d,r,1,void 0===e?0:1)
o<0&&this.i(o,"accumulate",r)}Y(t){const e=this.g(t),r=this.c.b.lora_step(this.d,e)
r<0&&this.i(r,"step",e)}},Tt=W
function Bt(t){const e=Tt(t)
e.K()
return e}var Ct=class extends H{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
C(this)}get input(){return Bt(this).input}get output(){return Bt(this).output}get gradient(){return Bt(this).gradient}get inputs(){return Bt(this).inputs}get outputs(){return Bt(this).outputs}get gradients(){return Bt(this).gradients}get paramCount(){return Tt(this).a("param_count")}get learningRate(){return Tt(this).x}set learningRate(t){const e=L("learningRate",t)
Tt(this).r(s,{learningRate:e})}},Wt=W,zt=class extends Ct{clone(){return Wt(this).da()}copyFrom(t){Wt(this).ea(t)}resize(t){return Wt(this).fa(t)}update(t,e){return Wt(this).ga(t,e)}},Dt="MicroLoRA",Ht=W,Gt=class extends Pt{q(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Ut=class extends zt{constructor(t){const e=$(Dt,t,u)
super(new Gt(Dt,e,1,0))}forward(t,e){return Ht(this).L(0,t,e)}adapt(t){Ht(this).M(0,t)}forwardBatch(t,e){return Ht(this).N(0,t,e)}adaptBatch(t){Ht(this).O(0,t)}learn(t,e,r){return Ht(this).z(0,t,e,1,r)}learnBatch(t,e,r){return Ht(this).P(0,t,e,r)}adaptWithReward(t){Ht(this).Q(0,t)}get deltaNorm(){return Ht(this).a("delta_norm",0)}get adaptCount(){return Ht(this).a("adapt_count",0)}get forwardCount(){return Ht(this).a("forward_count",0)}getWeights(){return Ht(this).I(0)}setWeights(t){
Ht(this).J(0,t)}reset(){Ht(this).a("reset",s)}},Jt=W,MicroLoRA=class extends Ut{static h=X("MicroLoRA",this)
contrast(t,e,r,s){return Jt(this).C(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return Jt(this).W(0,t,e,r,s)}accumulate(t){Jt(this).X(0,t)}step(){Jt(this).Y(0)}decayToBase(t){Jt(this).a("decay_to_base",0,S(t))}setOptions(t){Jt(this).r(s,t)}getOptions(){return Jt(this).S(0)}delta(){return Jt(this).V(0)}mergeInto(t){return Jt(this).u(0,t,1)}unmergeFrom(t){return Jt(this).u(0,t,-1)}
},qt=t=>Object.freeze(t.split(" ")),Yt=/* @__PURE__ */qt("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Vt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */qt("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */qt("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */qt("Aggregate GroupBy"),shaping:/* @__PURE__ */qt("Filter Project Sort Limit Materialize"),
vector:/* @__PURE__ */qt("VectorDistance Rerank")}),Qt=/* @__PURE__ */qt("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Xt="ScopedLoRA",Kt=W,Zt={...u,scopes:void 0,categories:void 0,categoryFallback:!0},te=class extends Pt{constructor(t){const e=$(Xt,t,Zt),r=void 0===e.scopes?Yt:function(t){
Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||w("scopes","an array of names",t)
R("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&i("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Vt:{})
const o=function(t,e){M(t)&&Object.values(t).every(Array.isArray)||w("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&i("LORA_E_SCOPE",`categories: there is no scope ${f(t)}${_(t,[...e.keys()])}`)
r.has(s)&&i("LORA_E_OPTION",`categories: ${p(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),a=N("categoryFallback",e.categoryFallback)
super(Xt,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ha=s
this.categoryFallback=a
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(a)}k(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.k(),scopes:t,categories:e,categoryFallback:r}}q(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(N("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.ha.get(t)??i("LORA_E_SCOPE",`there is no scope ${p(t)}${_(t,this.scopes)}`):R("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},ee=class extends zt{constructor(t){super(new te(t))}get scopes(){return Kt(this).scopes}get categories(){return Kt(this).categories}scopeName(t){const e=Kt(this)
e.j()
return e.scopes[e.g(t)]}forward(t,e,r){return Kt(this).L(t,e,r)}adapt(t,e){Kt(this).M(t,e)}forwardBatch(t,e,r){return Kt(this).N(t,e,r)}adaptBatch(t,e){Kt(this).O(t,e)}learn(t,e,r,s){return Kt(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return Kt(this).P(t,e,r,s)}adaptWithReward(t,e){Kt(this).Q(t,e)}deltaNorm(t){return Kt(this).n("delta_norm",t)}adaptCount(t){return Kt(this).n("adapt_count",t)}forwardCount(t){return Kt(this).n("forward_count",t)}get totalAdaptCount(){
return Kt(this).a("total_adapt_count")}get totalForwardCount(){return Kt(this).a("total_forward_count")}get categoryFallback(){return Kt(this).categoryFallback}set categoryFallback(t){Kt(this).Z(t)}getWeights(t){return Kt(this).I(t)}setWeights(t,e){Kt(this).J(t,e)}reset(t){const e=Kt(this)
e.a("reset",void 0===t?s:e.g(t))}},re=W,ScopedLoRA=class extends ee{static h=X("ScopedLoRA",this)
contrast(t,e,r,s,o){return re(this).C(t,e,r,s,1,o)}contrastBatch(t,e,r,s,o){return re(this).W(t,e,r,s,o)}accumulate(t,e){re(this).X(t,e)}step(t){re(this).Y(t)}decayToBase(t,e){re(this).n("decay_to_base",t,S(e))}setOptions(t,e){const r=re(this)
r.r(void 0===e?s:r.g(e),t)}getOptions(t){return re(this).S(t)}delta(t){return re(this).V(t)}mergeInto(t,e){return re(this).u(t,e,1)}unmergeFrom(t,e){return re(this).u(t,e,-1)}},se="TrajectoryBuffer",oe=W,ie=2**32-1,ae={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function ne(t,e){const r=E(t,e)
r<=0&&i("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var he=/* @__PURE__ */new Map([["operator",0],["attention",1]]),ce=class extends Et{constructor(t){const e=$(se,t,ae)
super(se,e.engine)
this.capacity=R("capacity",e.capacity,1,ie)
this.dim=R("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=R("operators",e.operators,1,256)
this.H("lora_trajectory_create",this.capacity,this.dim,this.operators)}k(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}q(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends H{static h=X(se,this)
constructor(t){const e=new ce(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
C(this)}record(t,e,r,s,o){const i=oe(this)
O("embedding",t,i.dim)
R("operator",e,0,i.operators-1)
R("attention",r,0,255)
ne("executionMs",s)
ne("baselineMs",o)
const{b:a,f:h}=i.c
h.set(t)
const c=a.lora_trajectory_record(i.d,e,r,s,o)
c<0&&n(c,"record")}get length(){return oe(this).a("trajectory_length")}get totalCount(){return oe(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return oe(this).a("trajectory_success_rate")}get bestImprovement(){return oe(this).a("trajectory_best_improvement")}get meanImprovement(){return oe(this).a("trajectory_mean_improvement")}get variance(){return oe(this).a("trajectory_variance")}get bestAttention(){return oe(this).a("trajectory_best_attention")}
highQualityCount(t){return oe(this).a("trajectory_high_quality_count",E("threshold",t))}countByOperator(t){const e=oe(this)
R("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=oe(this)
R("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&w("filter: keep","a function",t)
return[...this].filter(t)}top(t){R("top: count",t,0,ie)
const e=Array.from({length:this.length},(t,e)=>({improvement:oe(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=I("statistics: by",t,he),r=(t,r)=>oe(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){R("sample: count",t,0,ie)
const r=$("sample",e,{by:"uniform",seed:1}),s=1===j("sample: by",r.by,["uniform","improvement"]),o=R("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&i("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(oe(this).a("trajectory_draw",Number(s),o,e)))}reset(){oe(this).a("trajectory_reset")}}
function ue(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||i("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
O(t,o,r)
return o}var de=class{constructor(t,e){this.h=t
this.e=e}l(){return W(this.e).l()}v(){this.e.free()}},le=class extends de{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,ue("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},me=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),pe=W,WasmMicroLoRA=class extends H{constructor(t,e,r){const s=new MicroLoRA(me(t,e,r))
super(new le("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return pe(this).inputAddress}get_output_ptr(){return pe(this).outputAddress}forward(){pe(this).forward(0)}forward_array(t){return pe(this).forwardArray(0,t)}adapt(){pe(this).prepare(0)
pe(this).e.adapt()}adapt_array(t){const e=ue("adapt_array: gradient",t,pe(this).e.dim)
pe(this).prepare(0)
pe(this).e.adapt(e)}adapt_with_reward(t){pe(this).prepare(0)
pe(this).e.adaptWithReward(t)}delta_norm(){return pe(this).e.deltaNorm}adapt_count(){return BigInt(pe(this).e.adaptCount)}forward_count(){return BigInt(pe(this).e.forwardCount-pe(this).hidden(0))}param_count(){return pe(this).e.paramCount}dim(){return pe(this).e.dim}reset(){pe(this).e.reset()
pe(this).reset()}},fe=W,WasmScopedLoRA=class extends H{constructor(t,e,r){const s=new ScopedLoRA(me(t,e,r))
super(new le("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Yt[t]:void 0)??i("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return fe(this).inputAddress}get_output_ptr(){return fe(this).outputAddress}forward(t){fe(this).forward(t)}forward_array(t,e){return fe(this).forwardArray(t,e)}adapt(t){fe(this).prepare(t)
fe(this).e.adapt(t)}adapt_array(t,e){const r=ue("adapt_array: gradient",e,fe(this).e.dim)
fe(this).prepare(t)
fe(this).e.adapt(t,r)}adapt_with_reward(t,e){fe(this).prepare(t)
fe(this).e.adaptWithReward(t,e)}delta_norm(t){return fe(this).e.deltaNorm(t)}adapt_count(t){return BigInt(fe(this).e.adaptCount(t))}forward_count(t){return BigInt(fe(this).e.forwardCount(t)-fe(this).hidden(t))}total_adapt_count(){return BigInt(fe(this).e.totalAdaptCount)}total_forward_count(){return BigInt(fe(this).e.totalForwardCount-fe(this).hiddenInAll)}set_category_fallback(t){fe(this).e.categoryFallback=t
fe(this).forget()}reset_scope(t){fe(this).e.reset(t)
fe(this).reset(t)}reset_all(){fe(this).e.reset()
fe(this).reset()}},ge=t=>W(t).e,WasmTrajectoryBuffer=class extends H{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new de("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=ue("record: embedding",t,ge(this).dim)
ge(this).record(i,e,r,s,o)}success_rate(){return ge(this).successRate}best_improvement(){return ge(this).bestImprovement}mean_improvement(){return ge(this).meanImprovement}variance(){return ge(this).variance}best_attention(){return ge(this).bestAttention}high_quality_count(t){return ge(this).highQualityCount(t)}count_by_operator(t){return ge(this).countByOperator(t)}len(){return ge(this).length}total_count(){return BigInt(ge(this).totalCount)}is_empty(){return ge(this).isEmpty}reset(){
ge(this).reset()}}
function _e(t,e={}){Array.isArray(t)&&0!==t.length||w("average: the argument","a list of { adapter, weight }, not empty",t)
const r=t.map(t=>{M(t)||w("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=$("average",t,{adapter:void 0,weight:1})
return{adapters:z("average: adapter","a MicroLoRA or ScopedLoRA",e,Ft),weight:L("average: weight",r)}})
r.every(({weight:t})=>0===t)&&i("LORA_E_RANGE","average: one weight at least must be above 0")
const s=Math.max(...r.map(({adapters:t})=>t.rank)),{rank:o}=$("average",e,{rank:s})
return Mt(r,Nt(o),!0,0)}export{Vt as DEFAULT_CATEGORIES,Yt as DEFAULT_SCOPES,LoraError,MicroLoRA,Qt as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,_e as average,At as createEngine,wt as default,Ot as initSync,e as wasm}

